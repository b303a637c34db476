package org.threshold.charge;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number under which a household pays, such as {@code TA-000123-60}: the account's own number and two figures of
 * which a mistyped or swapped digit makes others (modulo 97).
 */
final class AccountNumber {

    private static final int MODULUS = 97;
    private static final Pattern WRITTEN = Pattern.compile("TA([0-9]{6,12})([0-9]{2})");

    private AccountNumber() {
    }

    static String of(long id) {
        return String.format(Locale.ROOT, "TA-%06d-%02d", id, check(id));
    }

    /** As it was typed or came from a bank: spaces, dashes and small letters do not matter. Empty when it is not one. */
    static Optional<Long> parse(String typed) {
        Matcher number = WRITTEN.matcher(typed == null ? "" : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
        if (!number.matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(number.group(1));
        return check(id) == Integer.parseInt(number.group(2)) ? Optional.of(id) : Optional.empty();
    }

    private static long check(long id) {
        return 98 - id % MODULUS * 100 % MODULUS;
    }
}
