package org.threshold.access;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The time that sessions follow: the wall clock, and not the service's date, which the demonstration moves. */
@Component
public class SessionTime {

    private final Clock wall = Clock.systemUTC();

    public Instant now() {
        return wall.instant();
    }
}
