package org.threshold.casefile;

import java.util.regex.Pattern;

/** A telephone number in international form ({@code +447700900123}), so that the same number always looks the same. */
public record PhoneNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\+44(7[0-9]{9}|[1-689][0-9]{8,9})|\\+(?!44)[1-9][0-9]{6,14}");
    private static final int LONGEST_TYPED = 40;

    public PhoneNumber {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Enter a telephone number, like 01632 960 001 or 07700 900 982,"
                    + " with the country code if it is not in the UK");
        }
    }

    /**
     * Reads a number as people type it: UK numbers with a leading 0, 0044 or +44 (also '+44 (0)'), others with + or 00.
     *
     * @throws IllegalArgumentException with a sentence for the officer
     */
    public static PhoneNumber parse(String typed) {
        String digits = typed.length() > LONGEST_TYPED ? "" : typed.replaceAll("[\\s\\-.()/]", "");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        }
        if (digits.startsWith("+440")) {
            digits = "+44" + digits.substring(4);
        }
        return new PhoneNumber(digits.startsWith("0") ? "+44" + digits.substring(1) : digits);
    }

    /** As people in the UK write it: 07700 900123; other countries' numbers with their code. */
    public String display() {
        if (!value.startsWith("+44")) {
            return value;
        }
        String national = "0" + value.substring(3);
        return national.substring(0, 5) + " " + national.substring(5);
    }
}
