package org.threshold.caseload.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.caseload.CaseloadImport.Fate;

/** The SQL of {@code caseload_unit}. */
@Repository
public class ImportedUnits {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    ImportedUnits(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What would become of the row in that line. */
    public record UnitRow(int line, String name, Fate fate) {
    }

    public void keep(long importId, List<UnitRow> units) {
        if (!units.isEmpty()) {
            batches.batchUpdate("insert into caseload_unit (import_id, line, name, state)"
                    + " values (:id, :line, :name, :state)", units.stream().map(unit -> new MapSqlParameterSource("id",
                    importId).addValue("line", unit.line()).addValue("name", unit.name())
                    .addValue("state", unit.fate().name())).toArray(MapSqlParameterSource[]::new));
        }
    }

    /** The lines that are still to be brought over. */
    public List<Integer> ready(long importId) {
        return jdbc.sql("select line from caseload_unit where import_id = ? and state = 'READY' order by line")
                .param(importId).query(Integer.class).list();
    }

    /** Waits for whoever brings over the same unit now. @return false when somebody has */
    public boolean lock(long importId, int line) {
        return jdbc.sql("select true from caseload_unit where import_id = ? and line = ? and state = 'READY' for update")
                .params(importId, line).query(Boolean.class).optional().isPresent();
    }

    public void imported(long importId, int line, long unitId) {
        jdbc.sql("update caseload_unit set state = 'IMPORTED', unit_id = ? where import_id = ? and line = ?")
                .params(unitId, importId, line).update();
    }

    public void refused(long importId, int line) {
        jdbc.sql("update caseload_unit set state = 'REFUSED' where import_id = ? and line = ? and state = 'READY'")
                .params(importId, line).update();
    }

    /** It came into the register in another way since the check. */
    public void already(long importId, int line) {
        jdbc.sql("update caseload_unit set state = 'ALREADY' where import_id = ? and line = ? and state = 'READY'")
                .params(importId, line).update();
    }

    public Map<Fate, Integer> counted(long importId) {
        Map<Fate, Integer> counted = new EnumMap<>(Fate.class);
        jdbc.sql("select state, count(*) from caseload_unit where import_id = ? group by 1").param(importId)
                .query((row, i) -> counted.put(Fate.valueOf(row.getString(1)), row.getInt(2))).list();
        return counted;
    }
}
