package org.threshold.eventlog;

import java.util.Locale;

/** Numbers and names as sentences say them. */
final class Words {

    private static final int LONGEST_QUOTED = 60;

    private Words() {
    }

    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    static String many(long number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }

    /** What stands in a file, short enough for a sentence and on one line. */
    static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return "‘" + (plain.length() > LONGEST_QUOTED ? plain.substring(0, LONGEST_QUOTED) + "…" : plain) + "’";
    }
}
