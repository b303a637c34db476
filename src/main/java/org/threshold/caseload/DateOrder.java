package org.threshold.caseload;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** How days are written in the files. It is declared, never guessed: 03/04 is two days. */
public enum DateOrder {
    DAY_FIRST("Day, month, year: 31/03/2026", "d/M/uuuu"), ISO("Year, month, day: 2026-03-31", "uuuu-MM-dd");

    private final String title;
    private final DateTimeFormatter format;

    DateOrder(String title, String pattern) {
        this.title = title;
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.UK).withResolverStyle(ResolverStyle.STRICT);
    }

    public String title() {
        return title;
    }

    /** @throws DateTimeParseException when it is no day in this order */
    LocalDate parse(String value) {
        return LocalDate.parse(value, format);
    }

    String write(LocalDate day) {
        return format.format(day);
    }

    String example() {
        return this == ISO ? "2026-03-31" : "31/03/2026";
    }
}
