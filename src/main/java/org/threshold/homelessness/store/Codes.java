package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Codes as they are kept in one column. */
final class Codes {

    private Codes() {
    }

    static String joined(List<String> codes) {
        return codes == null || codes.isEmpty() ? null : String.join(",", codes);
    }

    static List<String> read(ResultSet row, String column) throws SQLException {
        String kept = row.getString(column);
        return kept == null || kept.isEmpty() ? List.of() : List.of(kept.split(","));
    }
}
