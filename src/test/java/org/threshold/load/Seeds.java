package org.threshold.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many open steps, made by copying the rows of one case that the engine itself has started: ten teams, four lanes,
 * thirty steps of the measured officer however many there are, two in five of the rest held by others. Each has the
 * eight process variables that a list made of engine queries would need.
 */
final class Seeds {

    /** Steps of the officer whose page is measured. */
    static final int OF_THE_OFFICER = 30;

    /** A rare first name, borne by twelve people wherever there are a thousand or more. */
    static final String RARE = "Quillon";

    private final JdbcClient jdbc;
    private int seeded;

    Seeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** SQL for the reference with its check letter of a number of six digits. */
    static String reference(String number) {
        return """
                'TH-' || (%1$s) || '-' || substr('ABCDEFGHJKLMNPQRSTVWXYZ', 1 + (
                    7 * (((%1$s) / 100000) %% 10) + 6 * (((%1$s) / 10000) %% 10) + 5 * (((%1$s) / 1000) %% 10)
                    + 4 * (((%1$s) / 100) %% 10) + 3 * (((%1$s) / 10) %% 10) + 2 * ((%1$s) %% 10)) %% 23, 1)"""
                .formatted(number);
    }

    /** @param instance the process instance to copy, which stays as it is */
    void growTo(int total, String instance, String reference, Instant firstDue) {
        prepare(seeded + 1, total, firstDue);
        copyCases(reference);
        String step = jdbc.sql("select id_ from act_ru_task where proc_inst_id_ = ?").param(instance)
                .query(String.class).single();
        copyEngineRows(instance);
        jdbc.sql("""
                insert into worklist_step select copy.* from worklist_step w cross join seed s
                cross join lateral jsonb_populate_record(null::worklist_step, to_jsonb(w)
                    || jsonb_build_object('step_id', w.step_id || s.tail, 'case_reference', s.reference,
                        'applicant_name', s.given || ' ' || s.family, 'name_words',
                        array_to_tsvector(array[lower(s.given), lower(s.family)])::text, 'team', s.team,
                        'owner', s.owner, 'owned_since', case when s.owner is null then null else s.due end,
                        'lane', s.lane, 'due_at', s.due, 'process_instance_id', w.process_instance_id || s.tail)) copy
                where w.step_id = :step""")
                .param("step", step).update();
        seeded = total;
        jdbc.sql("drop table seed").update();
        jdbc.sql("analyze").update();
    }

    private void prepare(int from, int to, Instant firstDue) {
        jdbc.sql("drop table if exists seed").update();
        jdbc.sql("create table seed as select n, '-' || n as tail, " + reference("800000 + n") + """
                 as reference, case when n % 10 = 0 then 'north' when n % 10 = 1 then 'south' else 'team' || n % 10 end as team,
                 case when n <= :mine then 'officer' when n % 7 < 3 then 'someone' || n % 400 end as owner,
                 case when n % 23 = 0 then 'EMERGENCY' when n % 31 = 0 then 'TWENTY_FOUR_HOURS'
                    when n % 53 = 0 then 'YOUNG_PERSON' else 'STANDARD' end as lane,
                 case when n % 83 = 0 and n <= 996 then :rare else 'Given' || n % 397 end as given,
                 'Family' || n % 1009 as family,
                 :due::timestamptz + (n * 7919 % 1000003) * interval '7 seconds' as due
                from generate_series(:from, :to) n""")
                .param("mine", OF_THE_OFFICER).param("rare", RARE).param("due", firstDue.toString())
                .param("from", from).param("to", to).update();
    }

    private void copyCases(String reference) {
        jdbc.sql("""
                insert into case_file select copy.* from case_file c cross join seed s
                cross join lateral jsonb_populate_record(null::case_file, to_jsonb(c)
                    || jsonb_build_object('reference', s.reference)) copy
                where c.reference = ?""").param(reference).update();
        List<String> columns = jdbc.sql("""
                select column_name from information_schema.columns where table_schema = 'threshold'
                and table_name = 'household_member' and column_name <> 'id' order by ordinal_position""")
                .query(String.class).list();
        Map<String, String> own = Map.of("case_reference", "s.reference", "given_name", "s.given", "family_name",
                "s.family", "given_key", "lower(s.given)", "family_key", "lower(s.family)");
        String values = String.join(", ", columns.stream().map(c -> own.getOrDefault(c, "h." + c)).toList());
        jdbc.sql("insert into household_member (" + String.join(", ", columns) + ") select " + values
                + " from household_member h, seed s where h.case_reference = ?").param(reference).update();
    }

    private void copyEngineRows(String instance) {
        copy("act_ru_execution", "proc_inst_id_", instance, "'id_', r.id_ || s.tail, 'proc_inst_id_', r.proc_inst_id_ || s.tail, "
                + "'root_proc_inst_id_', r.root_proc_inst_id_ || s.tail, 'parent_id_', r.parent_id_ || s.tail, "
                + "'business_key_', case when r.business_key_ is null then null else s.reference end");
        copy("act_ru_task", "proc_inst_id_", instance, "'id_', r.id_ || s.tail, 'execution_id_', r.execution_id_ || s.tail, "
                + "'proc_inst_id_', r.proc_inst_id_ || s.tail, 'assignee_', s.owner, 'due_date_', s.due at time zone 'UTC'");
        copy("act_ru_variable", "proc_inst_id_", instance, "'id_', r.id_ || s.tail, 'execution_id_', r.execution_id_ || s.tail, "
                + "'proc_inst_id_', r.proc_inst_id_ || s.tail, 'var_scope_', r.var_scope_ || s.tail, 'text_', "
                + "case r.name_ when 'team' then s.team when 'lane' then s.lane when 'applicantName' then s.given || ' ' || s.family else r.text_ end");
        copy("act_ru_job", "process_instance_id_", instance, "'id_', r.id_ || s.tail, 'execution_id_', r.execution_id_ || s.tail, "
                + "'process_instance_id_', r.process_instance_id_ || s.tail, 'root_proc_inst_id_', r.root_proc_inst_id_ || s.tail, "
                + "'duedate_', (s.due + interval '900 days') at time zone 'UTC'");
        jdbc.sql("""
                insert into act_ru_identitylink select copy.* from act_ru_identitylink r cross join seed s
                cross join lateral jsonb_populate_record(null::act_ru_identitylink, to_jsonb(r) || jsonb_build_object(
                    'id_', r.id_ || s.tail, 'task_id_', r.task_id_ || s.tail, 'group_id_', s.team)) copy
                where r.task_id_ = (select id_ from act_ru_task where proc_inst_id_ = ?)""").param(instance).update();
        copy("act_hi_procinst", "proc_inst_id_", instance, "'id_', r.id_ || s.tail, 'proc_inst_id_', r.proc_inst_id_ || s.tail, "
                + "'root_proc_inst_id_', r.root_proc_inst_id_ || s.tail, 'business_key_', s.reference");
    }

    private void copy(String table, String key, String instance, String changes) {
        List<String> columns = jdbc.sql("""
                select column_name from information_schema.columns where table_schema = 'engine' and table_name = ?""")
                .param(table).query(String.class).list();
        StringBuilder own = new StringBuilder();
        for (String change : changes.split(", (?='[a-z_]+', )")) {
            String column = change.substring(1, change.indexOf('\'', 1));
            if (columns.contains(column)) {
                own.append(own.isEmpty() ? "" : ", ").append(change);
            }
        }
        jdbc.sql("insert into " + table + " select copy.* from " + table + " r cross join seed s cross join lateral "
                + "jsonb_populate_record(null::" + table + ", to_jsonb(r) || jsonb_build_object(" + own
                + ")) copy where r." + key + " = ?")
                .param(instance).update();
    }
}
