package org.threshold.accommodation;

import java.time.LocalDate;

/**
 * Days on end.
 *
 * @param until the first day that is no longer one of them; null when they go on
 */
public record Span(LocalDate from, LocalDate until) {

    public Span {
        if (until != null && until.isBefore(from)) {
            until = from;
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** How many of these days lie before that one. */
    public long daysBefore(LocalDate day) {
        LocalDate end = until != null && until.isBefore(day) ? until : day;
        return end.isAfter(from) ? end.toEpochDay() - from.toEpochDay() : 0;
    }
}
