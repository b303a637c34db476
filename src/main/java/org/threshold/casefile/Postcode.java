package org.threshold.casefile;

import java.util.Locale;
import java.util.regex.Pattern;

/** A UK postcode, in capitals with one space before the last three characters. */
public record Postcode(String value) {

    private static final Pattern SHAPE = Pattern.compile(
            "(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPSTUW]) [0-9][ABD-HJLNP-UW-Z]{2})");

    public Postcode {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Enter a full UK postcode, like AA1 1AA");
        }
    }

    /** @throws IllegalArgumentException with a sentence for the officer */
    public static Postcode parse(String typed) {
        String squeezed = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        int inward = squeezed.length() - 3;
        return new Postcode(inward < 2 ? squeezed : squeezed.substring(0, inward) + " " + squeezed.substring(inward));
    }

    @Override
    public String toString() {
        return value;
    }
}
