package org.threshold.board.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.threshold.board.WhereFigures;
import org.threshold.clock.ServiceClock;

/** Figures as people read them. */
public final class WhereWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu 'at' HH:mm", Locale.UK)
            .withZone(ServiceClock.LONDON);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK)
            .withZone(ServiceClock.LONDON);
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 58, 59);
    private static final double HOUR = 3_600;
    private static final double LONG = 86_400;

    private WhereWords() {
    }

    /** "12.3", without a decimal from a hundred on; "under 0.1" where there is a little. */
    public static String caseDays(double days) {
        if (days > 0 && days < 0.05) {
            return "under 0.1";
        }
        return String.format(Locale.UK, days >= 99.95 ? "%,.0f" : "%.1f", days);
    }

    public static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "under 1 %";
        }
        return Math.round(share * 100) + " %";
    }

    /** "40 minutes", "5.5 hours", "12.3 days": elapsed time, nights and weekends included. */
    public static String time(double seconds) {
        if (seconds < HOUR) {
            long minutes = Math.round(seconds / 60);
            return minutes == 1 ? "1 minute" : minutes + " minutes";
        }
        return seconds < 2 * LONG ? decimals(seconds / HOUR, "hour") : decimals(seconds / LONG, "day");
    }

    private static String decimals(double value, String unit) {
        String number = String.format(Locale.UK, value >= 99.95 ? "%,.0f" : "%.1f", value).replaceAll("\\.0$", "");
        return number + " " + unit + (number.equals("1") ? "" : "s");
    }

    /** Nothing where none was completed. */
    static String took(WhereFigures figures, ToDoubleFunction<WhereFigures.Took> which) {
        return figures.took() == null ? "" : time(which.applyAsDouble(figures.took()));
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    /** As {@link #moment}; what is due when a day has ended is due on that day. */
    static String due(Instant at) {
        LocalTime time = at.minusNanos(1).atZone(ServiceClock.LONDON).toLocalTime();
        return time.isBefore(LAST_MINUTE) ? moment(at) : day(at.minusNanos(1));
    }

    /** "Domestic abuse" for DOMESTIC_ABUSE; what is written in words already stays. */
    public static String plain(String value) {
        return value.matches("[A-Z0-9_]+") && value.length() > 3
                ? value.charAt(0) + value.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ') : value;
    }
}
