package org.threshold.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The clock of casework: real time plus an offset that only the demonstration may move, or frozen at an instant while
 * a walk runs. Sessions, tokens and logs do not use it.
 */
public class ServiceClock extends Clock {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Told after each change; the engine's own clock follows this one. */
    private final List<Consumer<ServiceClock>> followers = new CopyOnWriteArrayList<>();
    private final Clock real;
    private volatile Duration offset = Duration.ZERO;
    private volatile Instant frozen;

    public ServiceClock() {
        this(Clock.system(LONDON));
    }

    private ServiceClock(Clock real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        Instant still = frozen;
        return still != null ? still : real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        ServiceClock base = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return base.withZone(other);
            }

            @Override
            public Instant instant() {
                return base.instant();
            }
        };
    }

    public Duration offset() {
        return offset;
    }

    /** How far the clock is ahead of real time at this moment, while it runs or stands still. */
    public Duration aheadOfRealTime() {
        return Duration.between(real.instant(), instant());
    }

    public boolean isFrozen() {
        return frozen != null;
    }

    /** Stands still at the instant until {@link #runAt} or {@link #reset}. */
    public void freeze(Instant at) {
        frozen = at;
        tell();
    }

    /** Runs on from the instant. */
    public void runAt(Instant at) {
        offset = Duration.between(real.instant(), at);
        frozen = null;
        tell();
    }

    public void setOffset(Duration newOffset) {
        offset = newOffset;
        frozen = null;
        tell();
    }

    public void reset() {
        setOffset(Duration.ZERO);
    }

    /** The follower is told at once and after each change. */
    public void follow(Consumer<ServiceClock> follower) {
        followers.add(follower);
        follower.accept(this);
    }

    private void tell() {
        followers.forEach(follower -> follower.accept(this));
    }
}
