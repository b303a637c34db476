package org.threshold.access;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The time of sessions, which a test may move on and must set back. */
@Component
@Primary
@Profile("test")
class MovableSessionTime extends SessionTime {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant now() {
        return super.now().plus(ahead);
    }

    void moveOn(Duration by) {
        ahead = ahead.plus(by);
    }

    void setBack() {
        ahead = Duration.ZERO;
    }
}
