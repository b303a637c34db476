package org.threshold.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;

/** The engine's tables as Flyway makes them, beside those that the engine would make itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineSchemaTest extends IntegrationTest {

    @Autowired
    DataSource database;
    @Autowired
    JdbcClient jdbc;
    private ScratchEngine byItself;

    @BeforeAll
    void letTheEngineMakeItsOwn() {
        byItself = new ScratchEngine(database, "engine_made_by_itself").plain();
    }

    @AfterAll
    void dropIt() {
        byItself.close();
    }

    @Test
    void columnsAreTheSame() {
        String columns = """
                select table_name || '.' || column_name || ' ' || data_type || ' '
                       || coalesce(character_maximum_length::text, '') || ' ' || is_nullable || ' '
                       || coalesce(column_default, '')
                  from information_schema.columns where table_schema = ? order by 1""";
        assertThat(flyway(columns)).isEqualTo(own(columns)).hasSizeGreaterThan(400);
    }

    @Test
    void constraintsAreTheSame() {
        String constraints = """
                select replace(conrelid::regclass::text || ' ' || pg_get_constraintdef(c.oid), n.nspname || '.', '')
                  from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = ? order by 1""";
        assertThat(flyway(constraints)).isEqualTo(own(constraints)).hasSizeGreaterThan(50);
    }

    @Test
    void indexesAreTheSameButForThoseThatWeAdded() {
        String indexes = "select replace(indexdef, schemaname || '.', '') from pg_indexes where schemaname = ?"
                + " order by 1";
        List<String> ours = flyway(indexes);
        List<String> own = own(indexes);
        assertThat(ours).containsAll(own);
        assertThat(ours.stream().filter(index -> !own.contains(index))).hasSize(2)
                .anyMatch(index -> index.endsWith("(duedate_)"))
                .anyMatch(index -> index.endsWith("(type_ DESC, duedate_)"));
    }

    private List<String> flyway(String sql) {
        return jdbc.sql(sql).param("engine").query(String.class).list();
    }

    private List<String> own(String sql) {
        return byItself.jdbc().sql(sql).param("public").query(String.class).list();
    }
}
