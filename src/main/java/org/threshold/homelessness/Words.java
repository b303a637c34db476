package org.threshold.homelessness;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words that people read. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Words() {
    }

    /** A day such as 3 June 2027; a dash when there is none. */
    public static String day(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }
}
