package org.threshold.scenario;

import java.time.LocalDate;

/**
 * A stretch of time that is played day by day.
 *
 * @param scale   one household stands for so many
 * @param nextDay the first day that is not played yet; after {@code lastDay} when all are
 */
public record PlayedYear(Scenario scenario, long seed, int scale, LocalDate firstDay, LocalDate lastDay,
                         LocalDate nextDay) {

    boolean done() {
        return nextDay.isAfter(lastDay);
    }
}
