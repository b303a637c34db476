package org.threshold.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;

/** The engine's tables as Flyway makes them, beside those that the engine would make itself. */
class EngineSchemaTest extends IntegrationTest {

    private static final String OWN = "engine_made_by_itself";

    @Autowired
    DataSource database;
    @Autowired
    JdbcClient jdbc;
    private ProcessEngine byItself;

    @BeforeEach
    void letTheEngineMakeItsOwn() {
        byItself = ScratchEngine.plain(database, OWN).buildProcessEngine();
    }

    @AfterEach
    void dropIt() {
        byItself.close();
        jdbc.sql("drop schema " + OWN + " cascade").update();
    }

    @Test
    void columnsAreTheSame() {
        String columns = """
                select table_name || '.' || column_name || ' ' || data_type || ' '
                       || coalesce(character_maximum_length::text, '') || ' ' || is_nullable || ' '
                       || coalesce(column_default, '')
                  from information_schema.columns where table_schema = ? order by 1""";
        assertThat(list(columns, "engine")).isEqualTo(list(columns, OWN)).hasSizeGreaterThan(400);
    }

    @Test
    void constraintsAreTheSame() {
        String constraints = """
                select conrelid::regclass::text || ' ' || replace(pg_get_constraintdef(c.oid), n.nspname || '.', '')
                  from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = ? order by 1""";
        assertThat(list(constraints, "engine").stream().map(this::plain).toList())
                .isEqualTo(list(constraints, OWN).stream().map(this::plain).toList()).hasSizeGreaterThan(50);
    }

    @Test
    void indexesAreTheSameButForThoseThatWeAdded() {
        String indexes = "select replace(indexdef, schemaname || '.', '') from pg_indexes where schemaname = ?"
                + " order by 1";
        List<String> ours = list(indexes, "engine");
        List<String> own = list(indexes, OWN);
        assertThat(ours).containsAll(own);
        assertThat(ours.stream().filter(index -> !own.contains(index))).hasSize(2)
                .anyMatch(index -> index.endsWith("(duedate_)"))
                .anyMatch(index -> index.endsWith("(type_ DESC, duedate_)"));
    }

    private List<String> list(String sql, String schema) {
        return jdbc.sql(sql).param(schema).query(String.class).list();
    }

    private String plain(String text) {
        return text.replace(OWN + ".", "").replace("engine.", "");
    }
}
