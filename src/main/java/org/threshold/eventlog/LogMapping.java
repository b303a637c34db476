package org.threshold.eventlog;

import java.time.ZoneId;

/**
 * How a log is to be read. The columns, delimiter and order of days are for CSV; a column that is null is looked for
 * under the names that other programs give it.
 *
 * @param zone for times that say none
 */
public record LogMapping(String caseColumn, String activityColumn, String timestampColumn, String resourceColumn,
                         String lifecycleColumn, Delimiter delimiter, ZoneId zone, DateOrder dates) {

    /** What stands between values; {@link #ANY} is found out from the headings. */
    public enum Delimiter {
        ANY('\0'), COMMA(','), SEMICOLON(';'), TAB('\t');

        private final char sign;

        Delimiter(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    /** Nothing is said: everything is found out, times without a zone are London's, days come first. */
    public static LogMapping plain() {
        return new LogMapping(null, null, null, null, null, Delimiter.ANY, ZoneId.of("Europe/London"),
                DateOrder.DAY_FIRST);
    }

    LogTimes times() {
        return new LogTimes(zone, dates);
    }
}
