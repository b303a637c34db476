package org.threshold.moveon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.threshold.clock.ServiceClock;

/** Reads and writes the column types that this room uses. */
final class Rows {

    private Rows() {
    }

    static Timestamp at(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** The day in London of a moment. */
    static LocalDate dayOf(ResultSet row, String column) throws SQLException {
        return instant(row, column).atZone(ServiceClock.LONDON).toLocalDate();
    }

    static Integer amount(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    static Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(type, code);
    }

    /** A day as an array of texts holds it. */
    static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
