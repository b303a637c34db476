package org.threshold.referral;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes and reads receipt references such as {@code 7K3M-9QXT-4}: eight random characters and one that checks them, so
 * that none can be told from another and a mistyped one is never somebody else's. The check is a weighted sum modulo 31,
 * a prime and the number of letters: one wrong character, and any two swapped, always give another check character.
 */
final class ReceiptReference {

    /** No I, L, O, 0 or 1: what is read over the phone is not mistaken. */
    static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int RANDOM = 8;
    private static final int LONGEST_TYPED = 40;
    private static final SecureRandom DICE = new SecureRandom();

    private ReceiptReference() {
    }

    static String random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RANDOM; i++) {
            text.append(LETTERS.charAt(DICE.nextInt(LETTERS.length())));
        }
        return written(text.toString());
    }

    private static String written(String eight) {
        return eight.substring(0, 4) + "-" + eight.substring(4) + "-" + check(eight);
    }

    /** Reads one as people type it; empty when it cannot be one. */
    static Optional<String> read(String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String squeezed = typed.replaceAll("[\\s\\-‐‑–—]", "").toUpperCase(Locale.ROOT);
        if (!squeezed.matches("[" + LETTERS + "]{9}")) {
            return Optional.empty();
        }
        String reference = written(squeezed.substring(0, RANDOM));
        return reference.endsWith(squeezed.substring(RANDOM)) ? Optional.of(reference) : Optional.empty();
    }

    private static char check(String eight) {
        int sum = 0;
        for (int i = 0; i < RANDOM; i++) {
            sum += (i + 1) * LETTERS.indexOf(eight.charAt(i));
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
