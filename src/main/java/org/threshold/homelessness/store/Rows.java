package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads and writes the column types that this room uses. */
final class Rows {

    private Rows() {
    }

    static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Boolean yesNo(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Boolean.class);
    }

    static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(type, code);
    }

    /** Codes as they are kept in one column. */
    static String codes(List<String> codes) {
        return codes == null || codes.isEmpty() ? null : String.join(",", codes);
    }

    static List<String> codes(ResultSet row, String column) throws SQLException {
        String kept = row.getString(column);
        return kept == null || kept.isEmpty() ? List.of() : List.of(kept.split(","));
    }
}
