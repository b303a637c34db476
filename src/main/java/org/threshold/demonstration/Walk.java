package org.threshold.demonstration;

import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets made-up time pass at the start, before anybody has signed in; at the pages an administrator moves the date. */
@Component
@Profile("demonstration")
public class Walk {

    private final ServiceDate date;

    Walk(ServiceDate date) {
        this.date = date;
    }

    /**
     * Runs what falls due until the instant, each at its own time; afterwards the clock runs on from the instant.
     *
     * @return how many timers ran
     */
    public int to(Instant target) {
        return date.walkTo(target);
    }
}
