package org.threshold.eventlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads instants as logs write them: year first, or day (or month) first with the year last; with or without a time,
 * seconds and a fraction; with an offset, or without one in a named zone. An hour that a clock change passes twice is
 * taken as the first of the two; one that it leaves out is moved on by the gap. Of one log: it counts what it reads.
 */
final class LogTimes {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})"
            + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?"
            + "\\s*(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?(?::?\\d{2})?)?");
    private static final int LONGEST = 60;
    private static final int YEAR_DIGITS = 4;
    private static final int MONTHS = 12;

    private final ZoneId zone;
    private final DateOrder order;
    private long eitherWay;
    private boolean shown;

    /** @param zone where a time says none */
    LogTimes(ZoneId zone, DateOrder order) {
        this.zone = zone;
        this.order = order;
    }

    /** @return empty where it is no time */
    Optional<Instant> read(String text) {
        Matcher found = text.length() > LONGEST ? null : SHAPE.matcher(text.strip());
        if (found == null || !found.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(day(found), time(found));
            return Optional.of(found.group(9) == null ? local.atZone(zone).toInstant()
                    : local.toInstant(offset(found.group(9))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private LocalDate day(Matcher found) {
        int first = Integer.parseInt(found.group(1));
        int second = Integer.parseInt(found.group(3));
        int third = Integer.parseInt(found.group(4));
        if (found.group(1).length() == YEAR_DIGITS && found.group(4).length() <= 2) {
            return LocalDate.of(first, second, third);
        }
        if (found.group(4).length() != YEAR_DIGITS || found.group(1).length() > 2) {
            throw new DateTimeException("No year of four digits");
        }
        eitherWay += first <= MONTHS && second <= MONTHS && first != second ? 1 : 0;
        shown |= first > MONTHS || second > MONTHS;
        return order == DateOrder.DAY_FIRST ? LocalDate.of(third, second, first) : LocalDate.of(third, first, second);
    }

    /**
     * Says how many times could mean another day. One day after the 12th shows the order of all, and who says that
     * months come first has said so knowingly: day first is what holds where nobody says anything.
     */
    LogRemarks addTo(LogRemarks remarks) {
        return remarks.add(order == DateOrder.MONTH_FIRST || shown ? 0 : eitherWay,
                "time, like 03/04/2025, was read as day/month/year: nothing in the log shows which comes first.",
                "times, like 03/04/2025, were read as day/month/year: nothing in the log shows which comes first.");
    }

    private static LocalTime time(Matcher found) {
        if (found.group(5) == null) {
            return LocalTime.MIDNIGHT;
        }
        int seconds = found.group(7) == null ? 0 : Integer.parseInt(found.group(7));
        int nanos = found.group(8) == null ? 0 : Integer.parseInt((found.group(8) + "00000000").substring(0, 9));
        return LocalTime.of(Integer.parseInt(found.group(5)), Integer.parseInt(found.group(6)), seconds, nanos);
    }

    private static ZoneOffset offset(String text) {
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }
}
