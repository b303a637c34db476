package org.threshold.eventlog.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers of an analysis as its page says them: a duration in the unit that suits it. */
final class LogWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));
    private static final double HOURS = 24;
    private static final double MINUTES = HOURS * 60;
    private static final double SECONDS = MINUTES * 60;
    private static final int MOST_STEPS = 30;

    /** A span of days, such as ‘38 seconds’ or ‘14.1 days’. */
    public String span(double days) {
        if (days * SECONDS < 59.5) {
            return unit(Math.round(days * SECONDS), "second");
        }
        if (days * MINUTES < 59.5) {
            return unit(Math.round(days * MINUTES), "minute");
        }
        return days < 1 ? tenths(days * HOURS, "hour") : tenths(days, "day");
    }

    private static String unit(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String tenths(double number, String unit) {
        String text = String.format(Locale.UK, "%,.1f", number);
        return text + " " + unit + (text.equals("1.0") ? "" : "s");
    }

    /** A sum, always in days, so that sums can be compared. */
    public String days(double days) {
        return String.format(Locale.UK, "%,.1f", days);
    }

    public String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    public String count(long number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }

    public String percent(double share) {
        return share > 0 && share < 0.001 ? "under 0.1%" : String.format(Locale.UK, "%.1f%%", share * 100);
    }

    public String day(Instant at) {
        return DAY.format(at);
    }

    /** A sequence of activities, shortened where nobody would read on. */
    public String path(List<String> activities, int length) {
        String shown = activities.stream().limit(MOST_STEPS).collect(Collectors.joining(" → "));
        return length > MOST_STEPS ? shown + " → and " + (length - MOST_STEPS) + " more" : shown;
    }
}
