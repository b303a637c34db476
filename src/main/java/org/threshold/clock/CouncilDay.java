package org.threshold.clock;

import java.time.LocalDate;

/**
 * A day on which the council's calendar differs from the bank holidays.
 *
 * @param working false for a closure, true for a bank holiday that is worked
 */
public record CouncilDay(LocalDate day, boolean working, String reason, String setBy) {
}
