package org.threshold.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.ThresholdApplication;

/** The same fortnight on two databases, on one of them interrupted: every step is done, and what happened is the same. */
class PlayTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final int DAYS = 14;
    /** A handful of households in a fortnight, and none from before. */
    private static final PlayedYear FORTNIGHT = new PlayedYear(Scenario.PEER_REVIEW_2023, 7, 51, FIRST,
            FIRST.plusDays(DAYS - 1), FIRST);

    @TempDir
    Path folder;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        ClockUtil.reset();
    }

    @Test
    void aFortnightIsPlayedToItsEndAndAlikeWhenItWasInterrupted() {
        List<String> atOnce = played("at-once", play -> play.play(FORTNIGHT));
        List<String> interrupted = played("interrupted", play -> {
            play.play(FORTNIGHT, FIRST.plusDays(6));
            return play.play(FORTNIGHT);
        });
        assertThat(atOnce).hasSizeGreaterThan(20);
        assertThat(interrupted).isEqualTo(atOnce);
    }

    private interface Played {
        Play.Report by(Play play);
    }

    private List<String> played(String name, Played played) {
        ClockUtil.reset();
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(ThresholdApplication.class)
                .profiles("demonstration", "test").run("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                        "--threshold.postgres.folder=" + folder.resolve(name).resolve("postgres"),
                        "--threshold.postgres.program=target/postgres-program")) {
            Play.Report report = played.by(service.getBean(Play.class));
            assertThat(report.couldNot()).isEmpty();
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            return jdbc.sql("""
                    select concat_ws(' | ', case_reference, (happened_at at time zone 'Europe/London')::date, headline)
                    from timeline_entry order by 1""")
                    .query(String.class).list();
        }
    }
}
