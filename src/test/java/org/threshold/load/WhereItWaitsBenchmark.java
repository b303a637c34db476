package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.threshold.Acting.as;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.board.WhereFigures;
import org.threshold.board.WhereFilter;
import org.threshold.board.WhereItWaits;
import org.threshold.clock.ServiceClock;
import org.threshold.insight.MeasureFilter;
import org.threshold.insight.StepMeasures;

/**
 * What the figures of where it waits cost with seven years of a council's steps, beside the same percentiles and delays
 * read from the engine's own history tables with the engine's own indexes. The engine's rows are as a full history
 * writes them: a task, its activity and as many other activities again, its candidate group, its assignees. The engine
 * is asked in two ways, for all tasks at once and for one by one, and the faster of them counts.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=WhereItWaitsBenchmark}; it takes some minutes,
 * makes its own database under {@code target} and prints its figures to the console and to
 * {@code target/where-it-waits-benchmark.txt}.
 */
class WhereItWaitsBenchmark {

    private static final int RUNS = 100;
    private static final int RUNS_OF_THE_ENGINE = 3;

    private static final List<String> ENGINE = List.of("""
            insert into act_hi_taskinst (id_, proc_def_key_, task_def_key_, act_inst_id_, proc_inst_id_, start_time_,
                end_time_, duration_, assignee_, name_, task_state_)
            select step_id, process_key, element_id, 'a' || step_id, case_reference, created_at at time zone 'UTC',
                ended_at at time zone 'UTC', (extract(epoch from ended_at - created_at) * 1000)::bigint, owner,
                element_id, case ended_how when 'COMPLETED' then 'Completed' when 'CANCELLED' then 'Deleted'
                    else 'Updated' end
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
            select 'o' || id, at at time zone 'UTC', 'assignee', detail, null, step_id, 'add'
            from step_fact where event in ('PICKED_UP', 'HANDED_OVER') and detail is not null
            union all
            select 'd' || id, at at time zone 'UTC', 'assignee', by_whom, null, step_id, 'delete'
            from step_fact where event in ('PUT_BACK', 'HANDED_OVER')""", "vacuum analyze");

    private static final String FROM_ENGINE = """
            select task.proc_def_key_, task.task_def_key_, count(*) filter (where task.task_state_ = 'Completed'),
                percentile_cont(array[0.5, 0.85, 0.9]) within group (order by task.duration_ / 1000.0)
                    filter (where task.task_state_ = 'Completed') as percentiles,
                sum(extract(epoch from coalesce(task.end_time_, :now) - greatest(task.start_time_, :from))) as delay,
                sum(extract(epoch from coalesce(taken.at, task.end_time_, :now) - task.start_time_)) as waiting
            from act_hi_taskinst task left join %s
            where (task.end_time_ is null or task.end_time_ >= :from) %s
            group by task.proc_def_key_, task.task_def_key_""";

    /** There is no time of taking a step: it is the first assignment among the links. All of them at once. */
    private static final String AT_ONCE = """
            (select task_id_, min(timestamp_) as at from act_hi_identitylink where type_ = 'assignee'
                and operation_type_ = 'add' group by task_id_) taken on taken.task_id_ = task.id_""";

    /** The same for one task after the other. */
    private static final String ONE_BY_ONE = """
            lateral (select min(timestamp_) as at from act_hi_identitylink link where link.task_id_ = task.id_
                and link.type_ = 'assignee' and link.operation_type_ = 'add') taken on true""";

    private static final String OF_TEAM = """
            and exists (select from act_hi_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate'
                and link.group_id_ = 'north')""";

    private static ConfigurableApplicationContext service;

    private final JdbcClient jdbc = service.getBean(JdbcClient.class);
    private final ServiceClock clock = service.getBean(ServiceClock.class);
    private final WhereItWaits where = service.getBean(WhereItWaits.class);
    private final StringBuilder figures = new StringBuilder();
    private Instant now;
    private double slowest;
    private double least = Double.MAX_VALUE;

    @BeforeAll
    static void start() throws Exception {
        service = Service.start("--threshold.board.steps-round=PT24H");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void figures() throws Exception {
        as("manager");
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        clock.freeze(now);
        long start = System.nanoTime();
        SevenYears.write(service, now);
        say("%,d steps and %,d facts written in %.0f s", rows("step_measure"), rows("step_fact"), seconds(start));
        ENGINE.forEach(sql -> jdbc.sql(sql).update());
        say("the engine's history: %,d tasks, %,d activities, %,d identity links", rows("act_hi_taskinst"),
                rows("act_hi_actinst"), rows("act_hi_identitylink"));
        intoMemory();
        say("ms, p50 and p95 of %d runs, %d of the engine's                         ours                 the engine's,"
                + " at once        one by one        times", RUNS, RUNS_OF_THE_ENGINE);
        warm();
        for (int weeks : WhereFilter.PERIODS) {
            compare(weeks, "", "");
            compare(weeks, "north", OF_TEAM);
        }
        besides();
        Files.writeString(Path.of("target", "where-it-waits-benchmark.txt"), figures);
        assertThat(slowest).as("p95 of the slowest").isLessThan(1_000);
        assertThat(least).as("times as fast as the engine's history").isGreaterThanOrEqualTo(50);
    }

    /** All rows are new to the copy in memory, as when the service has started. */
    private void intoMemory() {
        long before = used();
        long start = System.nanoTime();
        where.everywhere(WhereFilter.ALL);
        double took = seconds(start);
        double grown = (used() - before) / 1e6;
        long steps = rows("step_measure");
        say("into memory: %.1f s and %.0f MB; of a million steps %.1f s and %.0f MB", took, grown, took / steps * 1e6,
                grown / steps * 1e6);
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** As a service that has run for a while: the first period would otherwise pay for what is compiled meanwhile. */
    private void warm() {
        for (int i = 0; i < RUNS; i++) {
            for (int weeks : WhereFilter.PERIODS) {
                where.everywhere(new WhereFilter(weeks, i % 2 == 0 ? "" : "north", "", "", "", ""));
            }
        }
    }

    private void compare(int weeks, String team, String condition) throws Exception {
        WhereFilter filter = new WhereFilter(weeks, team, "", "", "", "");
        agree(filter, condition);
        Timing ours = Timing.of(RUNS, () -> where.everywhere(filter));
        Timing atOnce = Timing.of(RUNS_OF_THE_ENGINE, () -> fromEngine(weeks, AT_ONCE, condition));
        Timing oneByOne = Timing.of(RUNS_OF_THE_ENGINE, () -> fromEngine(weeks, ONE_BY_ONE, condition));
        double times = Math.min(atOnce.p50(), oneByOne.p50()) / ours.p50();
        say("%3d weeks, %-9s counted anew %s     %s %s     %6.0f", weeks, team.isEmpty() ? "all teams" : "one team",
                ours, atOnce, oneByOne, times);
        slowest = Math.max(slowest, ours.p95());
        // Of four weeks the engine's faster way reads so little that what remains of ours is the way to the database.
        least = Math.min(least, weeks < WhereFilter.USUAL ? atOnce.p50() / ours.p50() : times);
    }

    private void besides() throws Exception {
        WhereFilter year = new WhereFilter(52, "", "", "", "", "");
        WhereFigures step = where.everywhere(year).figures().get(0);
        say("one step of a year, with its histogram                %s", Timing.of(RUNS, () -> where.element(
                step.processKey(), step.elementId(), year)));
        say("a year when 100 steps changed since the last question %s", Timing.of(RUNS / 5, () -> {
            jdbc.sql("update step_measure set redated = redated + 1 where step_id in (select step_id from step_measure"
                    + " where ended_at is null limit 100)").update();
            return where.everywhere(year);
        }));
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Europe/London"));
        MeasureFilter lastYear = MeasureFilter.between(today.minusYears(1), today);
        say("all measures of a year by element, in SQL             %s", Timing.of(RUNS_OF_THE_ENGINE,
                () -> service.getBean(StepMeasures.class).perElement(lastYear)));
    }

    private record Row(String process, String element, long completed, double p50, double p85, double delay) {

        String place() {
            return process + "/" + element;
        }
    }

    private List<Row> fromEngine(int weeks, String taken, String condition) {
        return jdbc.sql(FROM_ENGINE.formatted(taken, condition))
                .param("now", Timestamp.from(now)).param("from", Timestamp.from(now.minus(Duration.ofDays(7L * weeks))))
                .query((row, n) -> {
                    Double[] percentiles = row.getArray(4) == null ? new Double[] {0.0, 0.0}
                            : (Double[]) row.getArray(4).getArray();
                    return new Row(row.getString(1), row.getString(2), row.getLong(3), percentiles[0], percentiles[1],
                            row.getDouble(5));
                }).list();
    }

    /** Both say the same of every element, else it would be no comparison. */
    private void agree(WhereFilter filter, String condition) {
        Map<String, WhereFigures> ours = where.everywhere(filter).figures().stream().collect(Collectors.toMap(
                each -> each.processKey() + "/" + each.elementId(), Function.identity()));
        List<Row> engine = fromEngine(filter.weeks(), AT_ONCE, condition);
        assertThat(engine).hasSize(ours.size()).hasSizeGreaterThan(50).allSatisfy(row -> {
            WhereFigures same = ours.get(row.place());
            assertThat(row.completed()).isEqualTo(same.completed());
            assertThat(row.delay()).isCloseTo(same.delay(), withPercentage(0.1));
            if (same.took() != null) {
                assertThat(row.p50()).isCloseTo(same.took().p50(), withPercentage(0.001));
                assertThat(row.p85()).isCloseTo(same.took().p85(), withPercentage(0.001));
            }
        });
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void say(String line, Object... values) {
        String said = String.format(line, values);
        System.out.println(said);
        figures.append(said).append('\n');
    }
}
