package org.threshold.access;

import java.util.regex.Pattern;

/** Tells what could be an e-mail address from what could not; whether it reaches anybody only a message can tell. */
final class EmailAddress {

    static final int LONGEST = 200;
    private static final Pattern FORM = Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]\\p{Cntrl}]+@[A-Za-z0-9](?:[A-Za-z0-9-]*\\.)+"
            + "[A-Za-z]{2,}");

    private EmailAddress() {
    }

    static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
