package org.threshold.moveon;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and money as people read them. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Words() {
    }

    /** A day such as 3 June 2027; a dash when there is none. */
    public static String day(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** An amount such as £45.50. */
    public static String pounds(long pence) {
        long whole = Math.abs(pence);
        return (pence < 0 ? "−" : "") + "£" + String.format(Locale.UK, "%,d.%02d", whole / 100, whole % 100);
    }
}
