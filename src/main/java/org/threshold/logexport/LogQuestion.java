package org.threshold.logexport;

import java.time.LocalDate;

/**
 * Which part of the log is asked for: the cases that were opened on these days in London, each with everything that has
 * happened to it since.
 *
 * @param first day, inclusive
 * @param last  day, inclusive; not before the first
 * @param alike the rule by which rare cases are left out
 */
public record LogQuestion(LocalDate first, LocalDate last, Alike alike) {

    public LogQuestion {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day is before the first");
        }
    }
}
