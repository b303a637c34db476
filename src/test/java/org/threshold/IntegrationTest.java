package org.threshold;

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
        properties = {"camunda.bpm.job-execution.enabled=false", "spring.main.banner-mode=off"})
@ActiveProfiles({"demonstration", "test"})
public abstract class IntegrationTest {

    private static final Path DATABASE = temporaryFolder();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("threshold.postgres.folder", () -> DATABASE.resolve("postgres").toString());
        properties.add("threshold.postgres.program", () -> "target/postgres-program");
    }

    private static Path temporaryFolder() {
        try {
            return Files.createDirectories(Path.of("target", "test-database-" + ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make a folder for the test database", e);
        }
    }
}
