package org.threshold;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The service as it runs, on a real engine and a real PostgreSQL, once for all tests of the JVM. The job executor is
 * off: tests fire jobs themselves. Tests make their own data and leave it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "spring.main.banner-mode=off",
            // Messages go to a real mail server of the tests, when a test says so; it speaks no TLS.
            "spring.mail.host=127.0.0.1", "spring.mail.properties.mail.smtp.starttls.required=false",
            "threshold.mail.from=housing@council.example", "threshold.mail.round=PT24H",
            // Tests write the morning's messages, and look at the numbers of the board, themselves.
            "threshold.board.digest-at=-", "threshold.board.alerts-first=PT24H",
            "threshold.address=https://threshold.example",
            // Tests charge the nights themselves.
            "threshold.charge.round=PT24H",
            // A test that looks at a lapsed hold ends it itself.
            "threshold.measures.round=PT24H", "threshold.board.steps-round=PT24H",
            // As behind the operator's proxy, so that a test may speak from many addresses.
            "server.forward-headers-strategy=native"})
@ActiveProfiles({"demonstration", "test"})
public abstract class IntegrationTest {

    /** The mail server that the service sends to; a test looks only at what went to an address of its own. */
    protected static final GreenMail MAIL = mailServer();

    /** The provider that people can sign in at besides their passwords, and whose tokens the API takes. */
    protected static final CouncilProvider PROVIDER = CouncilProvider.start();

    private static final Path DATABASE = temporaryFolder();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        PROVIDER.settings(properties);
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("threshold.postgres.folder", () -> DATABASE.resolve("postgres").toString());
        properties.add("threshold.postgres.program", () -> "target/postgres-program");
    }

    private static GreenMail mailServer() {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        return server;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createDirectories(Path.of("target", "test-database-" + ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make a folder for the test database", e);
        }
    }
}
