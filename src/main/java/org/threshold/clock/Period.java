package org.threshold.clock;

import java.time.LocalDate;

/**
 * A calculated clock. {@code lastDay} is null where the Act sets no number.
 *
 * @param firstDay day 1 of the period, in Europe/London
 * @param wording  the words of the rule, such as 'period of 56 days beginning with the day'
 */
public record Period(ClockKind kind, LocalDate firstDay, LocalDate lastDay, String wording, String provision) {
}
