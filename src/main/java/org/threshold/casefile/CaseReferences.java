package org.threshold.casefile;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes and reads case references such as {@code TH-100001-E}: a running number and a check letter, short enough to
 * be read over the phone.
 *
 * <p>The check letter is the weighted sum of the digits modulo 23, a prime. Every digit has its own weight, so that
 * one wrong digit, and any two digits swapped, always give another letter. I, O and U are not used.
 */
public final class CaseReferences {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("TH([0-9OIL]{6,9})([A-Z])");
    private static final int LONGEST_TYPED = 40;

    private CaseReferences() {
    }

    /** The reference of the given running number. */
    public static CaseReference ofNumber(long number) {
        if (number < 100_000 || number > 999_999_999) {
            throw new IllegalArgumentException("A case number has 6 to 9 digits, not " + number);
        }
        String digits = Long.toString(number);
        return new CaseReference("TH-" + digits + "-" + checkLetter(digits));
    }

    /**
     * Reads a reference as people type it: in any case, with or without hyphens and spaces, with the letters O, I or
     * L where a digit belongs.
     *
     * @throws MistypedReference with a sentence for the officer
     */
    public static CaseReference parse(String typed) {
        Matcher matcher = SHAPE.matcher(squeeze(typed));
        if (!matcher.matches()) {
            throw new MistypedReference("Enter a case reference in the form TH-100001-" + checkLetter("100001"));
        }
        String digits = matcher.group(1).replace('O', '0').replace('I', '1').replace('L', '1');
        if (checkLetter(digits) != matcher.group(2).charAt(0)) {
            throw new MistypedReference("Check the case reference: the number and its last letter do not belong"
                    + " together, so one of them is mistyped");
        }
        return new CaseReference("TH-" + digits + "-" + matcher.group(2));
    }

    /** Whether someone who typed this meant a case reference, rightly or wrongly typed. */
    public static boolean looksLikeOne(String typed) {
        return SHAPE.matcher(squeeze(typed)).matches();
    }

    private static String squeeze(String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return "";
        }
        return typed.replaceAll("[\\s\\-‐‑–—]", "").toUpperCase(Locale.ROOT);
    }

    private static char checkLetter(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = digits.length() + 1 - i;
            sum += weight * (digits.charAt(i) - '0');
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
