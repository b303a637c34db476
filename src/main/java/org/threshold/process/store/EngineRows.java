package org.threshold.process.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The only place that reads the engine's own tables; nothing of ours ever writes them. The engine stores UTC. */
@Repository
public class EngineRows {

    private final JdbcClient jdbc;

    EngineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param elementId the timer's element in the model */
    public record TimerRow(String jobId, String processDefinitionId, String elementId) {
    }

    /** @param ended whether the process has ended; then it waits nowhere */
    public record ProcessRow(String processInstanceId, String processDefinitionId, boolean ended) {
    }

    /** Ids of the newest definition of each process. */
    public List<String> newestDefinitions() {
        return jdbc.sql("select distinct on (key_) id_ from act_re_procdef order by key_, version_ desc")
                .query(String.class).list();
    }

    /** The timers that run in any process of the case. */
    public List<TimerRow> timersOf(String caseReference) {
        return jdbc.sql("""
                        select job.id_, job.process_def_id_, def.act_id_
                        from act_ru_execution process
                        join act_ru_job job on job.process_instance_id_ = process.id_
                        join act_ru_jobdef def on def.id_ = job.job_def_id_
                        where process.business_key_ = ? and job.type_ = 'timer'""")
                .param(caseReference)
                .query((row, n) -> new TimerRow(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /**
     * When the next job that may still be tried is due, not after the limit. A job that somebody holds, perhaps a node
     * that was killed, is due when it is let go.
     */
    public Optional<Instant> nextDue(Instant limit) {
        return jdbc.sql("""
                        select due from (
                            (select duedate_ as due from act_ru_job
                             where duedate_ <= :limit and lock_exp_time_ is null
                                 and retries_ > 0 and suspension_state_ = 1
                             order by duedate_ limit 1)
                            union all
                            select greatest(duedate_, lock_exp_time_) from act_ru_job
                            where duedate_ <= :limit and lock_exp_time_ <= :limit
                                and retries_ > 0 and suspension_state_ = 1) next
                        order by due limit 1""")
                .param("limit", utc(limit))
                .query((row, n) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .optional();
    }

    /** What is due now and nobody works on, in the order in which it fell due; ties in the order of creation. */
    public List<String> dueJobs(Instant now, int limit) {
        return jdbc.sql("""
                        select id_ from act_ru_job
                        where duedate_ <= ? and retries_ > 0 and suspension_state_ = 1
                            and (lock_exp_time_ is null or lock_exp_time_ <= ?)
                        order by duedate_, create_time_, id_ limit ?""")
                .params(utc(now), utc(now), limit)
                .query((row, n) -> row.getString(1)).list();
    }

    /** What is due now in any process of the case, in the order in which it fell due. */
    public List<String> dueJobsOf(String caseReference, Instant now) {
        return jdbc.sql("""
                        select job.id_ from act_ru_execution process
                        join act_ru_job job on job.process_instance_id_ = process.id_
                        where process.business_key_ = ? and job.duedate_ <= ? and job.retries_ > 0
                            and job.suspension_state_ = 1
                        order by job.duedate_, job.create_time_, job.id_""")
                .params(caseReference, utc(now)).query((row, n) -> row.getString(1)).list();
    }

    /** The process of the case that has that key and runs, where there is one. */
    public Optional<String> running(String caseReference, String processKey) {
        return jdbc.sql("""
                        select process.proc_inst_id_ from act_ru_execution process
                        join act_re_procdef def on def.id_ = process.proc_def_id_
                        where process.business_key_ = ? and def.key_ = ?""")
                .params(caseReference, processKey).query((row, n) -> row.getString(1)).optional();
    }

    /** The processes of the case in the order in which they began. */
    public List<ProcessRow> processesOf(String caseReference) {
        return jdbc.sql("""
                        select proc_inst_id_, proc_def_id_, end_time_ is not null from act_hi_procinst
                        where business_key_ = ? order by start_time_, proc_inst_id_""")
                .param(caseReference)
                .query((row, n) -> new ProcessRow(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    /** Where the case's processes wait: pairs of process instance and element. */
    public List<String[]> currentElements(String caseReference) {
        return jdbc.sql("""
                        select leaf.proc_inst_id_, leaf.act_id_
                        from act_ru_execution process
                        join act_ru_execution leaf on leaf.proc_inst_id_ = process.id_
                        where process.business_key_ = ? and leaf.act_id_ is not null and not leaf.is_event_scope_
                            and not exists (select 1 from act_ru_execution child where child.parent_id_ = leaf.id_)""")
                .param(caseReference)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)}).list();
    }

    /** The ids of all open tasks. */
    public List<String> taskIds() {
        return jdbc.sql("select id_ from act_ru_task").query((row, n) -> row.getString(1)).list();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
