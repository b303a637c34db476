package org.threshold.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threshold.IntegrationTest;
import com.zaxxer.hikari.HikariDataSource;

/** Threshold for real: an external PostgreSQL, no demonstration, and a first administrator by command. */
class SettingsTest extends IntegrationTest {

    @TempDir
    Path folder;

    @Autowired
    HikariDataSource shared;

    @Test
    void whatIsMissingIsToldInOneSentenceEach() throws Exception {
        try (StartedProcess start = new StartedProcess(folder, "missing", Map.of("SPRING_MAIL_HOST", "mail.example"),
                "")) {
            assertThat(start.awaitEnd()).isEqualTo(1);
            assertThat(start.complained().lines()).hasSize(5).allMatch(line ->
                    line.matches("Set (SPRING_DATASOURCE_(URL|USERNAME|PASSWORD)|THRESHOLD_MAIL_FROM|THRESHOLD_COUNCIL_DISTRICT) .*"));
            assertThat(start.said()).doesNotContain("Exception");
        }
    }

    @Test
    void aDatabaseOutOfReachIsTold() throws Exception {
        try (StartedProcess start = new StartedProcess(folder, "unreachable", Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/threshold",
                "SPRING_DATASOURCE_USERNAME", "threshold", "SPRING_DATASOURCE_PASSWORD", "secret",
                "THRESHOLD_COUNCIL_DISTRICT", "E06000032"), "")) {
            assertThat(start.awaitEnd()).isEqualTo(1);
            assertThat(start.complained().lines()).singleElement().asString()
                    .startsWith("The database that SPRING_DATASOURCE_URL names cannot be used");
        }
    }

    @Test
    void nobodyStartsWithoutAnAdministratorAndACommandMakesOne() throws Exception {
        new JdbcTemplate(shared).execute("create database for_real");
        String url = shared.getJdbcUrl().replaceFirst("/postgres\\?.*", "/for_real");
        Map<String, String> database = Map.of("SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "",
                "THRESHOLD_COUNCIL_DISTRICT", "E06000032");

        try (StartedProcess start = new StartedProcess(folder, "nobody", database, "", "--server.port=0")) {
            assertThat(start.awaitEnd()).isEqualTo(1);
            assertThat(start.complained().lines()).singleElement().asString()
                    .startsWith("There is no administrator yet").contains("--create-administrator=<username>");
        }
        try (StartedProcess command = new StartedProcess(folder, "create", database, "correct horse battery\n",
                "--create-administrator=jo")) {
            assertThat(command.awaitEnd()).as(command.complained()).isZero();
            assertThat(command.said()).contains("The administrator can sign in");
        }
        try (StartedProcess start = new StartedProcess(folder, "nowhere", database, "", "--server.port=0",
                "--threshold.council.district=E06999999")) {
            assertThat(start.awaitEnd()).isEqualTo(1);
            assertThat(start.complained().lines()).singleElement().asString()
                    .startsWith("THRESHOLD_COUNCIL_DISTRICT is ‘E06999999’, which is no district of England");
        }
        JdbcTemplate real = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
        assertThat(real.queryForList("select username || ' ' || password_hash from threshold.account", String.class))
                .singleElement().asString().startsWith("jo $2");
        Path whole = folder.resolve("h-clic-2026-Q4.zip");
        try (StartedProcess command = new StartedProcess(folder, "return", database, "", "--h-clic-return=2026-Q4",
                "--file=" + whole)) {
            assertThat(command.awaitEnd()).as(command.complained()).isZero();
            assertThat(command.said()).contains("The whole return is written");
            assertThat(whole).isNotEmptyFile();
        }
        try (StartedProcess start = new StartedProcess(folder, "real", database, "", "--server.port=0")) {
            start.awaitSaid("Started ThresholdApplication");
            assertThat(start.said()).doesNotContain("emonstration");
        }
    }
}
