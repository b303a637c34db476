package org.threshold.browser;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.threshold.clock.ServiceClock;
import org.threshold.process.TimerWalk;

/** Moves the service's date on as days would: each timer runs out at its own moment, in order. */
record PassingTime(ServiceClock clock, TimerWalk timers) {

    private static final LocalTime MIDMORNING = LocalTime.of(10, 0);

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** To the same time of a later day, and past the morning on which the steps of that day begin. */
    void moveOn(int days) {
        ZonedDateTime later = clock.instant().plusSeconds(days * 86_400L).atZone(ServiceClock.LONDON);
        Instant until = later.toLocalTime().isBefore(MIDMORNING) ? later.with(MIDMORNING).toInstant()
                : later.toInstant();
        timers.nextDueUntil(until).ifPresent(next -> walk(next, until));
        clock.runAt(until);
        timers.runDue();
    }

    private void walk(Instant next, Instant until) {
        Instant due = next;
        while (due != null) {
            if (due.isAfter(clock.instant())) {
                clock.freeze(due);
            }
            timers.runDue();
            Instant done = due;
            due = timers.nextDueUntil(until).filter(following -> following.isAfter(done)).orElse(null);
        }
    }
}
