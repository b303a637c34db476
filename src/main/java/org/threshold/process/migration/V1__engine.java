package org.threshold.process.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Creates the engine's tables in schema {@code engine} from the scripts that ship inside the engine itself. */
public class V1__engine extends BaseJavaMigration {

    private static final String FOLDER = "/org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final List<String> SCRIPTS = List.of("engine", "identity", "history", "case.engine",
            "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("set search_path to engine");
            for (String script : SCRIPTS) {
                statement.execute(read(script));
            }
            statement.execute("set search_path to threshold, engine");
        }
    }

    /** A changed script in a later engine jar must be noticed, not silently skipped. */
    @Override
    public Integer getChecksum() {
        CRC32 crc = new CRC32();
        SCRIPTS.forEach(script -> crc.update(read(script).getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    private static String read(String script) {
        String path = FOLDER + script + ".sql";
        try (InputStream in = V1__engine.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The engine does not ship " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + path, e);
        }
    }
}
