package org.threshold.casefile;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A National Insurance number: two letters, six digits and a letter A to D, kept without spaces. Prefixes that HMRC
 * does not issue are refused.
 */
public record NationalInsuranceNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]");

    public NationalInsuranceNumber {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Enter a National Insurance number in the correct format, like AB 12 34 56 C");
        }
    }

    /** @throws IllegalArgumentException with a sentence for the officer */
    public static NationalInsuranceNumber parse(String typed) {
        return new NationalInsuranceNumber(typed.replaceAll("[\\s\\-.]", "").toUpperCase(Locale.ROOT));
    }

    /** As printed on letters: in pairs. */
    public String display() {
        return value.replaceAll("(..)(..)(..)(..)(.)", "$1 $2 $3 $4 $5");
    }
}
