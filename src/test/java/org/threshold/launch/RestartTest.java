package org.threshold.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration killed in the middle, started twice, and ended as one should. */
class RestartTest {

    private static final String STARTED = "Started ThresholdApplication";

    @TempDir
    Path folder;

    @Test
    void aKilledStartIsRecoveredAndASecondOneRefused() throws Exception {
        Path postmaster = folder.resolve("postgres").resolve("postmaster.pid");
        long leftBehind;
        try (StartedProcess first = start("first")) {
            first.awaitSaid(STARTED);
            try (StartedProcess second = start("second")) {
                assertThat(second.awaitEnd()).isNotZero();
                assertThat(second.complained().lines()).singleElement().asString()
                        .startsWith("Threshold is already running on the folder " + folder);
            }
            first.awaitSaid("stories of the demonstration");
            assertThat(first.said()).as("every household's story is told to its end").doesNotContain("The story of");
            first.killAtOnce();
            leftBehind = Long.parseLong(Files.readAllLines(postmaster).get(0).trim());
            assertThat(ProcessHandle.of(leftBehind)).as("PostgreSQL outlives the killed program").isPresent();
        }
        try (StartedProcess again = start("again")) {
            again.awaitSaid(STARTED);
            assertThat(again.said()).contains("left PostgreSQL running as process " + leftBehind
                    + ". It has been stopped; its data is recovered now");
            assertThat(again.said()).as("people are kept").doesNotContain("Added the demonstration people");
            again.askToEnd();
            again.awaitEnd();
            assertThat(postmaster).as("PostgreSQL ended with the program").doesNotExist();
        }
    }

    private StartedProcess start(String name) throws Exception {
        return new StartedProcess(folder.resolve("said"), name, Map.of(), "",
                "--spring.profiles.active=demonstration", "--server.port=0", "--scale=400",
                "--threshold.postgres.folder=" + folder.resolve("postgres"),
                "--threshold.postgres.program=" + Path.of("target/postgres-program").toAbsolutePath());
    }
}
