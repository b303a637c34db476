package org.threshold.clock;

import java.time.Instant;
import java.time.LocalDate;

/** All law that is arithmetic on dates. Days are decided in Europe/London. */
public interface Deadlines {

    /** @throws CalendarUnknown when working days are asked of a year that the bundled calendar does not cover */
    Period calculate(ClockKind kind, LocalDate trigger);

    /** The first instant after the given day has ended in London. */
    Instant endOf(LocalDate day);

    /** When a step that opens at {@code from} is due under the council's standard. */
    Instant due(ServiceStandard standard, Instant from);

    /** Whether the relief duty ends by itself at the end of day 56 (s189B(4)). */
    boolean reliefEndsByItself(Finding priorityNeed, Finding intentionallyHomeless);
}
