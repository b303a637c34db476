package org.threshold.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit on a date: a fixed day ({@code 2018-04-03}), or a day counted from today ({@code today}, {@code today+56d},
 * {@code today-120y}; d for days, m for months, y for years).
 */
public record DayLimit(LocalDate fixed, int amount, char unit) {

    private static final Pattern FROM_TODAY = Pattern.compile("today(?:([+-]\\d{1,4})([dmy]))?");

    static Optional<DayLimit> parse(String text) {
        Matcher fromToday = FROM_TODAY.matcher(text.strip());
        if (fromToday.matches()) {
            boolean plain = fromToday.group(1) == null;
            return Optional.of(new DayLimit(null, plain ? 0 : Integer.parseInt(fromToday.group(1)),
                    plain ? 'd' : fromToday.group(2).charAt(0)));
        }
        try {
            return Optional.of(new DayLimit(LocalDate.parse(text.strip()), 0, 'd'));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** The day itself, on the given day. */
    public LocalDate on(LocalDate today) {
        if (fixed != null) {
            return fixed;
        }
        return switch (unit) {
            case 'm' -> today.plusMonths(amount);
            case 'y' -> today.plusYears(amount);
            default -> today.plusDays(amount);
        };
    }

    boolean isToday() {
        return fixed == null && amount == 0;
    }
}
