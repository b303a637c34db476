package org.threshold.charge;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads an amount in pounds as people and banks write it. */
public final class Money {

    private static final Pattern WRITTEN = Pattern.compile("£?([0-9]{1,7}|[0-9]{1,3}(,[0-9]{3}){1,2})(\\.[0-9]{1,2})?");

    private Money() {
    }

    /**
     * @return pence
     * @throws IllegalArgumentException in words to whoever typed it
     */
    public static long pence(String typed) {
        String text = typed.replaceAll("\\s", "");
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("Enter an amount in pounds, like 45.50");
        }
        return new BigDecimal(text.replaceAll("[£,]", "")).movePointRight(2).longValueExact();
    }
}
