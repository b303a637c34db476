package org.threshold.browser;

import java.time.Instant;
import java.time.LocalDate;
import org.threshold.clock.ServiceClock;
import org.threshold.process.TimerWalk;

/** Moves the service's date on as days would: each timer runs out at its own moment, in order. */
record PassingTime(ServiceClock clock, TimerWalk timers) {

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void moveOn(int days) {
        Instant until = clock.instant().plusSeconds(days * 86_400L);
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
