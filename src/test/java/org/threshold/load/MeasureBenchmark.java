package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.ThresholdApplication;
import org.threshold.insight.MeasureFilter;
import org.threshold.insight.StepMeasures;

/**
 * How long it takes to say where steps wait, from seven years of measures and from the engine's own history of the same
 * steps, which the product does not keep and which is written here as the engine would have.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=MeasureBenchmark}; it makes its own database
 * under {@code target} and prints its figures to the console and to {@code target/measure-benchmark.txt}.
 */
class MeasureBenchmark {

    private static final int CASES = 38_000;
    private static final int RUNS = 15;
    private static final String PERIOD = "between timestamp '2025-01-01' and timestamp '2026-01-01'";
    private static final String OURS = """
            select element_id, count(*), percentile_cont(array[0.5, 0.85, 0.9, 1]) within group (order by waiting_seconds)
            from step_measure where ended_at %s and ended_how = 'COMPLETED' group by 1 order by 1""".formatted(PERIOD);
    /** There is no time of taking a step: it is the first assignment among the links. */
    private static final String THE_ENGINES = """
            select task_def_key_, count(*), percentile_cont(array[0.5, 0.85, 0.9, 1]) within group (order by
                extract(epoch from coalesce(taken.at, task.end_time_) - task.start_time_))
            from act_hi_taskinst task left join lateral (
                select min(timestamp_) as at from act_hi_identitylink link where link.task_id_ = task.id_
                and link.type_ = 'assignee' and link.operation_type_ = 'add') taken on true
            where task.end_time_ %s and task.task_state_ = 'Completed' group by 1 order by 1""".formatted(PERIOD);

    private static ConfigurableApplicationContext service;

    private final JdbcClient jdbc = service.getBean(JdbcClient.class);
    private final StepMeasures measures = service.getBean(StepMeasures.class);

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-");
        service = new SpringApplicationBuilder(ThresholdApplication.class).web(WebApplicationType.SERVLET)
                .profiles("demonstration", "test").run("--server.port=0", "--spring.main.banner-mode=off",
                        "--camunda.bpm.job-execution.enabled=false", "--threshold.measures.round=PT24H",
                        "--threshold.postgres.folder=" + folder.resolve("postgres").toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void figures() throws Exception {
        long start = System.nanoTime();
        load();
        double loaded = (System.nanoTime() - start) / 1e9;
        assertThat(waits(OURS)).isEqualTo(waits(THE_ENGINES)).hasSizeGreaterThan(10);

        Timing engine = Timing.of(RUNS, () -> waits(THE_ENGINES));
        Timing ours = Timing.of(RUNS, () -> waits(OURS));
        as("manager");
        MeasureFilter year = MeasureFilter.between(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
        Timing all = Timing.of(RUNS, () -> measures.perElement(year));
        String figures = String.format("""
                %,d steps and %,d facts, loaded in %.0f s         p50       p95  (ms)
                where a year's steps waited, from the engine   %s
                where a year's steps waited, from measures     %s
                ratio of p50                                   %9.1f
                all measures of a year by element              %s
                """, count("step_measure"), count("step_fact"), loaded, engine, ours, engine.p50() / ours.p50(), all);
        System.out.println(figures);
        Files.writeString(Path.of("target", "measure-benchmark.txt"), figures);
        assertThat(ours.p50()).isLessThan(engine.p50());
    }

    private List<Map<String, Object>> waits(String sql) {
        return jdbc.sql(sql).query((row, n) -> Map.of("element", (Object) row.getString(1), "n", row.getLong(2),
                "waits", List.of((Double[]) row.getArray(3).getArray()))).list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Fourteen or fifteen steps a case, each taken once, over seven years; half a percent are still open. */
    private void load() {
        jdbc.sql("""
                create table made as
                select 'load-' || n || '-' || k as id, 'TH-' || (900000 + n) || '-X' as case_reference,
                    'process-' || k % 4 as process, 'task_' || k as element, 'team-' || n % 6 as team,
                    begun, begun + make_interval(secs => waits) as taken,
                    case when (n * 15 + k) % 200 > 0 then begun + make_interval(secs => waits + holds) end as ended,
                    waits, holds
                from (select n, k, timestamp '2019-06-01' + make_interval(days => (n * 7 * 365 / :cases) + k * 6)
                            as begun,
                        (exp(7 + random() * 6))::bigint as waits, (exp(6 + random() * 6))::bigint as holds
                    from generate_series(1, :cases) n cross join lateral generate_series(1, 14 + n % 2) k) drawn""")
                .param("cases", CASES).update();
        jdbc.sql("""
                insert into step_fact (step_id, case_reference, process_key, process_version, element_id, event, at,
                    by_whom, team, detail)
                select id, case_reference, process, 1, element, event, at, 'officer', case when event = 'CREATED'
                    then team end, case when event = 'PICKED_UP' then 'officer' end
                from made cross join lateral (values ('CREATED', begun), ('PICKED_UP', taken),
                    ('REDATED', case when waits % 2 = 0 then taken end), ('COMPLETED', ended)) fact (event, at)
                where at is not null order by at""").update();
        jdbc.sql("""
                insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                    element_id, team, owner, created_at, first_picked_up_at, ended_at, ended_how, ended_by, state,
                    since, waiting_seconds, held_seconds, last_holder)
                select id, case_reference, process, 1, element, element, team, 'officer', begun, taken, ended,
                    case when ended is not null then 'COMPLETED' end, case when ended is not null then 'officer' end,
                    case when ended is null then 'HELD' else 'ENDED' end, coalesce(ended, taken), waits,
                    case when ended is null then 0 else holds end, 'officer'
                from made order by begun""").update();
        jdbc.sql("""
                insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_inst_id_, name_, start_time_,
                    end_time_, duration_, assignee_, task_state_)
                select id, element, process, case_reference, element, begun, ended, (waits + holds) * 1000, 'officer',
                    case when ended is null then 'Updated' else 'Completed' end
                from made order by begun""").update();
        jdbc.sql("""
                insert into act_hi_identitylink (id_, timestamp_, type_, user_id_, task_id_, operation_type_,
                    proc_def_key_)
                select 'link-' || id, taken, 'assignee', 'officer', id, 'add', process from made order by taken""")
                .update();
        for (String table : List.of("step_fact", "step_measure", "act_hi_taskinst", "act_hi_identitylink")) {
            jdbc.sql("vacuum analyze " + table).update();
        }
    }
}
