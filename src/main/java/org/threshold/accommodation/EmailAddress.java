package org.threshold.accommodation;

import java.util.regex.Pattern;
import org.threshold.casefile.Texts;

/** An e-mail address as this room keeps it. */
final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern WHOLE = Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]]+@[A-Za-z0-9](?:[A-Za-z0-9-]*\\.)+[A-Za-z]{2,}");

    private EmailAddress() {
    }

    /** An e-mail address, or null when nothing was typed; whether it reaches anybody only a message can tell. */
    static String of(String typed) {
        String kept = Texts.optional(typed, LONGEST, "The e-mail address");
        if (kept != null && !WHOLE.matcher(kept).matches()) {
            throw new IllegalArgumentException("Enter an e-mail address in full, like housing@council.example");
        }
        return kept;
    }
}
