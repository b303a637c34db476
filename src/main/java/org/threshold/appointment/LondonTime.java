package org.threshold.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.threshold.clock.ServiceClock;

/** Instants as the clock on an English wall shows them. */
public final class LondonTime {

    public static final ZoneId ZONE = ServiceClock.LONDON;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK).withZone(ZONE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(ZONE);

    private LondonTime() {
    }

    /** 'Mon 4 May 2026, 10:00 to 10:45'. */
    public static String span(Instant from, Instant until) {
        return day(from) + ", " + TIME.format(from) + " to " + TIME.format(until);
    }

    public static String day(Instant at) {
        return DAY.format(at);
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** In the hour that is skipped in spring, an hour later; in the hour that comes twice, the first. */
    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
