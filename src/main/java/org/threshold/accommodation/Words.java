package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.threshold.clock.ServiceClock;

/** Days, times and money as people read them, in Europe/London and in pounds. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    private Words() {
    }

    /** A day such as 3 June 2027; a dash when there is none. */
    public static String day(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** A moment such as 3 June 2027 at 16:30; a dash when there is none. */
    public static String time(Instant at) {
        return at == null ? "–" : TIME.format(at.atZone(ServiceClock.LONDON));
    }

    /** An amount such as £45.50. */
    public static String pounds(long pence) {
        long whole = Math.abs(pence);
        return (pence < 0 ? "−" : "") + "£" + String.format(Locale.UK, "%,d.%02d", whole / 100, whole % 100);
    }
}
