package org.threshold.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.ThresholdApplication;
import org.threshold.access.SignedIn;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;
import org.threshold.process.TimerWalk;

/**
 * The same cases on two databases: one is moved on by sixty days in one go, the other sixty times by one day. Every row
 * about cases must be the same, to the second. Summer time begins on the way.
 */
class WalkTest {

    private static final Instant BEGIN = Instant.parse("2027-03-01T09:00:00Z");
    private static final int DAYS = 60;
    private static final String NOT_ABOUT_CASES = "'flyway_schema_history', 'service_date', 'process_deployment', "
            + "'process_refusal', 'audit_chain', 'audit_verified', 'audit_check', 'account', 'account_role', 'team', 'team_member', "
            + "'unit_check', 'unit_facilities', 'unit_rate'";

    @TempDir
    Path folder;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        ClockUtil.reset();
    }

    @Test
    void sixtyDaysAtOnceAreSixtySingleDays() {
        Map<String, List<String>> atOnce = rowsAfter("at-once", date -> date.moveTo(date.today().plusDays(DAYS)));
        Map<String, List<String>> singly = rowsAfter("singly", date -> {
            for (int day = 0; day < DAYS; day++) {
                date.moveTo(date.today().plusDays(1));
            }
        });
        assertThat(singly.keySet()).isEqualTo(atOnce.keySet());
        atOnce.forEach((table, rows) -> assertThat(singly.get(table)).as(table).isEqualTo(rows));
        assertThat(atOnce.get("threshold.overdue_step")).as("ladders were climbed").isNotEmpty();
        assertThat(atOnce.get("threshold.timeline_entry")).hasSizeGreaterThan(10);
    }

    private interface Moves {
        void move(ServiceDate date);
    }

    private Map<String, List<String>> rowsAfter(String name, Moves moves) {
        ClockUtil.reset();
        try (ConfigurableApplicationContext service = start(name)) {
            ServiceClock clock = service.getBean(ServiceClock.class);
            clock.freeze(BEGIN);
            open(service.getBean(Desk.class), service.getBean(TimerWalk.class));
            as("admin");
            moves.move(service.getBean(ServiceDate.class));
            clock.freeze(clock.instant());
            return rows(service.getBean(JdbcTemplate.class));
        }
    }

    private ConfigurableApplicationContext start(String name) {
        return new SpringApplicationBuilder(ThresholdApplication.class).profiles("demonstration", "test").run(
                "--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--threshold.postgres.folder=" + folder.resolve(name).resolve("postgres"),
                "--threshold.postgres.program=target/postgres-program");
    }

    /** Nobody looks at the first; the second waits for its diary date; the third is in relief. */
    private static void open(Desk desk, TimerWalk timers) {
        LocalDate born = LocalDate.of(1990, 5, 17);
        LocalDate today = LocalDate.of(2027, 3, 1);
        desk.takeApproach("officer", "north", "Alex", born, "Asked to leave");
        CaseReference later = desk.takeApproach("officer", "north", "Bailey", born, "A tenancy that ends in summer");
        desk.complete("officer", "North Office", later, "task_triageApproach",
                DemonstrationCases.Answers.later(today.plusDays(31)));
        CaseReference relief = desk.takeApproach("officer", "north", "Charlie", born, "Lost a private tenancy");
        desk.complete("officer", "North Office", relief, "task_triageApproach",
                DemonstrationCases.Answers.noInterim());
        desk.complete("officer", "North Office", relief, "task_checkIdentityAndEligibility",
                DemonstrationCases.Answers.identity());
        desk.complete("officer", "North Office", relief, "task_recordAssessment",
                DemonstrationCases.Answers.assessment("HOMELESS", today));
        timers.runDue();
        desk.complete("officer", "North Office", relief, "task_agreePlan", DemonstrationCases.Answers.plan(today));
        timers.runDue();
    }

    private static Map<String, List<String>> rows(JdbcTemplate jdbc) {
        Map<String, List<String>> all = new TreeMap<>();
        columns(jdbc).forEach((table, columns) -> all.put(table, jdbc.queryForList(
                "select concat_ws(' | ', " + columns + ")::text from " + table + where(table), String.class).stream()
                .map(WalkTest::withoutIds).sorted().toList()));
        all.put("timers", jdbc.queryForList("""
                select concat_ws(' ', handler_type_, handler_cfg_, date_trunc('second', duedate_), retries_)
                  from engine.act_ru_job
                """, String.class).stream().map(WalkTest::withoutIds).sorted().toList());
        all.put("tasks", jdbc.queryForList("""
                select concat_ws(' ', task_def_key_, date_trunc('second', due_date_), assignee_)
                  from engine.act_ru_task
                """, String.class).stream().sorted().toList());
        return all;
    }

    private static String where(String table) {
        return table.equals("threshold.audit_entry") ? " where exists (select 1 from case_file c where "
                + "audit_entry.chain like '%' || c.reference || '%')" : "";
    }

    /** Without generated numbers, those of transactions, files and hashes; instants to the second. */
    private static Map<String, String> columns(JdbcTemplate jdbc) {
        Map<String, String> columns = new LinkedHashMap<>();
        jdbc.query("""
                select table_name, string_agg(case when data_type like 'timestamp%'
                           then 'date_trunc(''second'', ' || column_name || ')' else column_name end, ', '
                           order by ordinal_position) as wanted
                  from information_schema.columns
                 where table_schema = 'threshold' and data_type not in ('bytea', 'xid8')
                   and column_name not in ('id', 'number') and is_identity = 'NO'
                   and table_name not like 'audit\\_entry\\_%' and table_name not in (""" + NOT_ABOUT_CASES + """
                )
                 group by table_name order by table_name
                """, row -> {
                    columns.put("threshold." + row.getString("table_name"), row.getString("wanted"));
                });
        return columns;
    }

    private static String withoutIds(String row) {
        return row.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>")
                .replaceAll("[0-9a-f]{64}", "<hash>");
    }

    private static void as(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(username, 1), null, List.of()));
    }
}
