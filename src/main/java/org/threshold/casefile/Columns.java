package org.threshold.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/** Reads and writes the column types that rooms have in common; what is null stays null. */
public final class Columns {

    private Columns() {
    }

    /** A moment as a parameter. */
    public static Timestamp at(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** A moment. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** A day without a time. */
    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** Yes, no or not known. */
    public static Boolean yesNo(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Boolean.class);
    }

    /** A number, or null where there is none. */
    public static Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    /** The constant of which the column has the name. */
    public static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(type, code);
    }
}
