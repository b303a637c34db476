package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.threshold.Acting.as;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.ThresholdApplication;
import org.threshold.board.WhereAnswer;
import org.threshold.board.WhereFigures;
import org.threshold.board.WhereFilter;
import org.threshold.board.WhereItWaits;
import org.threshold.clock.ServiceClock;

/**
 * What the page of where it waits costs with four years of a council's steps, beside the same percentiles and delays
 * read from the engine's own history tables with the engine's own indexes. The engine's rows are as a full history
 * writes them: a task, its activity and as many other activities again, its candidate group, its assignees.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=WhereItWaitsBenchmark}; it takes some minutes,
 * makes its own database under {@code target} and prints its figures to the console and to
 * {@code target/where-it-waits-benchmark.txt}.
 */
class WhereItWaitsBenchmark {

    private static final int STEPS = 550_000;
    private static final int RUNS = 15;

    /** Open steps are one in a hundred; the rest ended evenly over four years, most within days. */
    private static final String MEASURES = """
            insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                element_id, team, lane, household_type, office, placement_kind, owner, created_at, first_picked_up_at,
                ended_at, ended_how, state, since, waiting_seconds, held_seconds, on_hold_seconds, applicant_seconds,
                due_at, handovers, pass)
            select 'bench-' || i, 'BENCH-' || i / 25, 'process-' || element % 20, 1, 'task_' || element,
                'task_' || element, 'team-' || i / 160 % 4, 'LANE_' || i / 640 % 3, 'HOUSEHOLD_' || i / 320 % 5,
                'Office ' || i / 80 % 3,
                'KIND_' || i / 40 % 6, 'officer-' || i % 60, made, made + waited, case when not open then ended end,
                case when not open then 'COMPLETED' end, case when open then 'HELD' else 'ENDED' end,
                case when open then made + waited else ended end, extract(epoch from waited)::bigint,
                case when open then 0 else extract(epoch from held)::bigint end, 0, 0, made + interval '5 days',
                i % 11 / 10, 1 + i % 17 / 16
            from (select i, element, open, waited, held, ended, ended - waited - held as made
                from (select i, i % 160 as element, i % 101 = 0 as open,
                        exp(random() * 6 - 2) * interval '1 hour' as waited,
                        exp(random() * 7 - 1) * interval '1 hour' as held,
                        :now - case when i % 101 = 0 then interval '0'
                            else (1460.0 * (:steps - i) / :steps) * interval '1 day' end
                            as ended
                    from generate_series(1, :steps) as i) drawn) times""";

    private static final List<String> ENGINE = List.of("""
            insert into act_hi_taskinst (id_, proc_def_key_, task_def_key_, act_inst_id_, proc_inst_id_, start_time_,
                end_time_, duration_, assignee_, name_)
            select step_id, process_key, element_id, 'a' || step_id, case_reference, created_at at time zone 'UTC',
                ended_at at time zone 'UTC', (extract(epoch from ended_at - created_at) * 1000)::bigint, owner,
                element_id
            from step_measure""", """
            insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,
                task_id_, act_type_, start_time_, end_time_, duration_, act_inst_state_)
            select kind || step_id, process_key, process_key || ':1', case_reference, case_reference,
                kind || element_id, case when kind = 'a' then step_id end,
                case when kind = 'a' then 'userTask' else 'exclusiveGateway' end,
                created_at at time zone 'UTC', ended_at at time zone 'UTC',
                (extract(epoch from ended_at - created_at) * 1000)::bigint, 4
            from step_measure cross join unnest(array['a', 'g']) as kind""", """
            insert into act_hi_identitylink (id_, timestamp_, type_, user_id_, group_id_, task_id_, operation_type_)
            select 'c' || step_id, created_at at time zone 'UTC', 'candidate', null, team, step_id, 'add'
            from step_measure
            union all
            select 'o' || step_id, first_picked_up_at at time zone 'UTC', 'assignee', owner, null, step_id, 'add'
            from step_measure
            union all
            select what || step_id, first_picked_up_at at time zone 'UTC' + interval '1 hour', 'assignee', owner, null,
                step_id, case when what = 'd' then 'delete' else 'add' end
            from step_measure cross join unnest(array['d', 'n']) as what where handovers > 0""", "analyze");

    private static final String FROM_ENGINE = """
            select task.proc_def_key_, task.task_def_key_, count(task.end_time_),
                percentile_cont(array[0.5, 0.85, 0.9]) within group (order by task.duration_ / 1000.0)
                    filter (where task.end_time_ is not null) as percentiles,
                sum(extract(epoch from coalesce(task.end_time_, :now) - greatest(task.start_time_, :from))) as delay,
                sum(extract(epoch from coalesce(taken.at, task.end_time_, :now) - task.start_time_)) as waiting
            from act_hi_taskinst task
            left join (select task_id_, min(timestamp_) as at from act_hi_identitylink
                where type_ = 'assignee' and operation_type_ = 'add' group by task_id_) taken
                on taken.task_id_ = task.id_
            where (task.end_time_ is null or task.end_time_ >= :from) %s
            group by task.proc_def_key_, task.task_def_key_""";

    private static final String OF_TEAM = """
            and exists (select from act_hi_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate'
                and link.group_id_ = 'team-1')""";

    private static ConfigurableApplicationContext service;

    private final JdbcClient jdbc = service.getBean(JdbcClient.class);
    private final ServiceClock clock = service.getBean(ServiceClock.class);
    private final WhereItWaits where = service.getBean(WhereItWaits.class);
    private final StringBuilder figures = new StringBuilder();
    private Instant now;
    private double slowest;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-");
        service = new SpringApplicationBuilder(ThresholdApplication.class).web(WebApplicationType.SERVLET)
                .profiles("demonstration", "test")
                .run("--server.port=0", "--spring.main.banner-mode=off", "--camunda.bpm.job-execution.enabled=false",
                        "--threshold.charge.round=P1D",
                        "--threshold.postgres.folder=" + folder.resolve("postgres").toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void figures() throws Exception {
        as("manager");
        now = clock.instant();
        clock.freeze(now);
        jdbc.sql(MEASURES).param("now", Timestamp.from(now)).param("steps", STEPS).update();
        ENGINE.forEach(sql -> jdbc.sql(sql).update());
        say("%d steps; %d rows of tasks, %d of activities and %d of identity links in the engine's history", STEPS,
                rows("act_hi_taskinst"), rows("act_hi_actinst"), rows("act_hi_identitylink"));
        say("milliseconds: p50 and p95 of %d runs of each", RUNS);
        for (int weeks : WhereFilter.PERIODS) {
            compare(weeks, "", "");
            compare(weeks, "team-1", OF_TEAM);
        }
        System.out.println(figures);
        Files.writeString(Path.of("target", "where-it-waits-benchmark.txt"), figures);
        assertThat(slowest).as("p95 of the slowest page that is counted anew").isLessThan(1_000);
    }

    private void compare(int weeks, String team, String condition) throws Exception {
        WhereFilter filter = new WhereFilter(weeks, team, "", "", "", "");
        agree(where.everywhere(filter), weeks, condition);
        Timing fresh = Timing.of(RUNS, () -> {
            clock.freeze(clock.instant().plusSeconds(61));
            return where.everywhere(filter);
        });
        Timing kept = Timing.of(RUNS * 10, () -> where.everywhere(filter));
        WhereFigures step = where.everywhere(filter).figures().get(0);
        Timing element = Timing.of(RUNS, () -> where.element(step.processKey(), step.elementId(), filter));
        clock.freeze(now);
        Timing engine = Timing.of(3, () -> fromEngine(weeks, condition));
        say("%3d weeks, %-9s counted %s   kept %s   one step %s   from the engine's history %s   times: counted %.0f,"
                + " kept %.0f", weeks, team.isEmpty() ? "all teams" : "one team", fresh, kept, element, engine,
                engine.p50() / fresh.p50(), engine.p50() / kept.p50());
        slowest = Math.max(slowest, fresh.p95());
    }

    private record Row(String element, long completed, double p85, double delay) {
    }

    private List<Row> fromEngine(int weeks, String condition) {
        return jdbc.sql(FROM_ENGINE.formatted(condition))
                .param("now", Timestamp.from(now)).param("from", Timestamp.from(now.minus(Duration.ofDays(7L * weeks))))
                .query((row, n) -> new Row(row.getString(2), row.getLong(3), row.getArray(4) == null ? 0
                        : ((Double[]) row.getArray(4).getArray())[1], row.getDouble(5))).list();
    }

    /** Both say the same, else it would be no comparison. */
    private void agree(WhereAnswer answer, int weeks, String condition) {
        List<Row> engine = fromEngine(weeks, condition).stream().filter(row -> row.element().equals("task_7")).toList();
        WhereFigures ours = answer.figures().stream().filter(each -> each.elementId().equals("task_7")).findFirst()
                .orElseThrow();
        assertThat(engine).singleElement().satisfies(row -> {
            assertThat(row.completed()).isEqualTo(ours.completed());
            assertThat(row.p85()).isCloseTo(ours.took().p85(), withPercentage(0.1));
            assertThat(row.delay()).isCloseTo(ours.delay(), withPercentage(0.1));
        });
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void say(String line, Object... values) {
        figures.append(String.format(line + "%n", values));
    }
}
