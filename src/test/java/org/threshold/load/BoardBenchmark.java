package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.board.TileMeasure;
import org.threshold.clock.ServiceClock;

/**
 * How long every page of the board takes over HTTP for a service manager, with seven years of history, 38,000 cases
 * and 1,069 households in temporary accommodation.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=BoardBenchmark}; it takes some minutes, makes
 * its own database under {@code target} and prints its figures to the console and to
 * {@code target/board-benchmark.txt}.
 */
class BoardBenchmark {

    private static final int RUNS = 12;
    private static final String WHERE = "/board/where-it-waits";

    private static ConfigurableApplicationContext service;

    private final JdbcClient jdbc = service.getBean(JdbcClient.class);
    private final StringBuilder figures = new StringBuilder();
    private double slowest;

    @BeforeAll
    static void start() throws Exception {
        service = Service.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void figures() throws Exception {
        as("manager");
        Instant now = service.getBean(ServiceClock.class).instant().truncatedTo(ChronoUnit.SECONDS);
        SevenYears.write(service, now);
        Caseload.write(service, LocalDate.ofInstant(now, ZoneId.of("Europe/London")));
        say("%,d cases, %,d steps of which %,d are open, %,d facts, %,d stays, %,d lines of accounts",
                rows("case_file"), rows("step_measure"), rows("worklist_step"), rows("step_fact"), rows("placement"),
                rows("charge_line"));
        say("%-70s %9s %9s", "ms over HTTP, of " + RUNS + " runs", "p50", "p95");
        Visitor manager = new Visitor(service).signIn("manager");
        for (String page : pages()) {
            Timing timing = manager.time(RUNS, page);
            slowest = Math.max(slowest, timing.p95());
            say("%-70s %s", page, timing);
        }
        Files.writeString(Path.of("target", "board-benchmark.txt"), figures);
        assertThat(slowest).as("p95 of the slowest page").isLessThan(1_000);
    }

    /** Every page that can be looked at; of the process and the step at which most steps are. */
    private List<String> pages() {
        String[] most = jdbc.sql("select process_key || '/' || element_id from step_measure group by process_key,"
                + " element_id order by count(*) desc limit 1").query(String.class).single().split("/");
        String process = WHERE + "/" + most[0];
        String step = process + "/" + most[1];
        return Stream.of(Stream.of("/board/now"), Arrays.stream(TileMeasure.values()).map(each -> "/board/now/"
                + each.key()), Stream.of(WHERE, WHERE + "?weeks=52", WHERE + "?weeks=52&team=north&lane=STANDARD",
                WHERE + "/table.csv?weeks=52", process + "?weeks=52", process + "/table.csv?weeks=52", step,
                step + "?weeks=52", "/board/flow", "/board/flow?months=24", "/board/flow?months=24&team=north",
                "/board/flow?process=" + most[0] + "&months=24", "/board/flow.csv?chart=flow&months=24",
                "/board/workload", "/board/escalations", "/board/targets")).flatMap(each -> each).toList();
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
