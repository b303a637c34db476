package org.threshold.hclic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as officers read them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Words() {
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** For the middle of a sentence: names such as 'Universal' keep nothing, an abbreviation keeps its letters. */
    static String inside(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1)) ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
