package org.threshold.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threshold.IntegrationTest;

/** The operator's commands on a database of their own, as an operator gives them. */
class AuditCommandsTest extends IntegrationTest {

    @TempDir
    Path folder;

    @Autowired
    HikariDataSource shared;

    @Test
    void anAlteredEntryAndAChainThatIsGoneAreFoundByTheCommand() throws Exception {
        new JdbcTemplate(shared).execute("create database audit_commands");
        String url = shared.getJdbcUrl().replaceFirst("/postgres\\?.*", "/audit_commands");
        Map<String, String> database = Map.of("SPRING_DATASOURCE_URL", url, "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "", "THRESHOLD_COUNCIL_DISTRICT", "E06000032");
        Path heads = folder.resolve("heads.txt");
        run(database, "create", 0, "correct horse battery\n", "--create-administrator=jo");

        assertThat(run(database, "heads", 0, "", "--write-audit-heads=" + heads)).contains("The ends of 1 chains");
        assertThat(Files.readString(heads)).startsWith("Threshold audit heads 1\n-\t");
        JdbcTemplate superuser = new JdbcTemplate(new DriverManagerDataSource(
                url + "?currentSchema=threshold,engine", "postgres", ""));
        assertThat(superuser.queryForList("select distinct via from audit_entry", String.class))
                .containsExactly("COMMAND");
        superuser.queryForList("select inhrelid::regclass::text from pg_inherits where inhparent ="
                + " 'audit_entry'::regclass union all select 'audit_entry'", String.class)
                .forEach(table -> superuser.execute("alter table " + table + " disable trigger all"));
        superuser.update("update audit_entry set who = 'somebody' where sequence = 1");

        assertThat(run(database, "altered", 1, "", "--verify-audit", "--heads=" + heads))
                .contains("Entry 1 of the service is not as it was written", "The audit is NOT whole",
                        "The table audit_entry is not kept from being changed");
    }

    private String run(Map<String, String> database, String name, int code, String input, String... arguments)
            throws Exception {
        try (StartedProcess command = new StartedProcess(folder, name, database, input, arguments)) {
            assertThat(command.awaitEnd()).as(name + command.said() + command.complained()).isEqualTo(code);
            return command.said();
        }
    }
}
