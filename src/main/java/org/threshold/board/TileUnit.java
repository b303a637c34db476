package org.threshold.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** In what a measure is counted. Values are whole numbers: things, pence, or per cent. */
public enum TileUnit {
    COUNT("A whole number"), PENCE("In pounds"), PER_CENT("Per cent, from 0 to 100");

    private static final int WHOLE = 100;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final String hint;

    TileUnit(String hint) {
        this.hint = hint;
    }

    /** What somebody types who sets a target. */
    public String hint() {
        return hint;
    }

    /** No value is larger. */
    double most() {
        return this == PER_CENT ? WHOLE : Double.POSITIVE_INFINITY;
    }

    /** Such as '1,069', '£14,410' or '87 %'. */
    public String say(long value) {
        return switch (this) {
            case COUNT -> String.format(Locale.UK, "%,d", value);
            case PENCE -> (value < 0 ? "-£" : "£")
                    + String.format(Locale.UK, "%,d", Math.round(Math.abs(value) / 100.0));
            case PER_CENT -> value + " %";
        };
    }

    /** On the axis of a chart: pounds in place of pence. */
    double drawn(double value) {
        return this == PENCE ? value / WHOLE : value;
    }

    /** What was typed, as a value; empty when it is none. */
    public Optional<Long> read(String typed) {
        String number = typed.strip().replace(",", "").replace("£", "").replace("%", "").strip();
        if (!number.matches("[0-9]{1,10}(\\.[0-9]{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number);
        if (this == PENCE) {
            return value.compareTo(MOST) > 0 ? Optional.empty()
                    : Optional.of(value.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
        }
        boolean fits = value.stripTrailingZeros().scale() <= 0 && (this != PER_CENT || value.intValue() <= WHOLE)
                && value.compareTo(MOST) <= 0;
        return fits ? Optional.of(value.longValue()) : Optional.empty();
    }
}
