package org.threshold.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threshold.ThresholdApplication;

/** The whole service with a database of its own under {@code target}; nothing runs that is not asked for. */
final class Service {

    private Service() {
    }

    /** @param more properties, as on the command line */
    static ConfigurableApplicationContext start(String... more) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-");
        return new SpringApplicationBuilder(ThresholdApplication.class).web(WebApplicationType.SERVLET)
                .profiles("demonstration", "test").run(Stream.concat(Stream.of(more), Stream.of("--server.port=0",
                        "--spring.main.banner-mode=off", "--camunda.bpm.job-execution.enabled=false",
                        "--threshold.charge.round=P1D", "--threshold.measures.round=PT24H",
                        "--threshold.board.digest-at=-", "--threshold.board.alerts-round=PT24H",
                        "--threshold.postgres.folder=" + folder.resolve("postgres").toAbsolutePath()))
                        .toArray(String[]::new));
    }
}
