package org.threshold.clock;

import java.time.Instant;
import java.time.LocalDate;

/** All law that is arithmetic on dates. Days are decided in Europe/London. */
public interface Deadlines {

    /**
     * @throws CalendarUnknown when working days are asked of a year that the bundled calendar does not cover
     * @throws RuleNotInForce  when the clock's rule was not law on the trigger day
     */
    Period calculate(ClockKind kind, LocalDate trigger);

    /** The first instant of the given day in London. */
    Instant startOf(LocalDate day);

    /** The first instant after the given day has ended in London. */
    Instant endOf(LocalDate day);

    /**
     * When a step that opens at {@code from} is due under the council's standard.
     *
     * <p>Hours are elapsed hours. Days and working days count from the day after, and end with the last second of
     * their last day in London, so that the due time reads as that day. 'Same day' ends at 17:00 in London, or with
     * the day's last second for a step that opens at 17:00 or later.
     *
     * @throws CalendarUnknown when working days run into a year that the bundled calendar does not cover
     */
    Instant due(ServiceStandard standard, Instant from);

    /** Whether the relief duty ends by itself at the end of day 56 (s189B(4)). */
    boolean reliefEndsByItself(Finding priorityNeed, Finding intentionallyHomeless);
}
