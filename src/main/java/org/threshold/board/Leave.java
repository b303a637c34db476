package org.threshold.board;

import java.time.LocalDate;

/** Somebody is away, from the first to the last day, both included. Why is not kept. */
public record Leave(long id, String username, LocalDate firstDay, LocalDate lastDay) {

    public boolean on(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
