package org.threshold.process;

import java.time.Instant;
import java.util.Optional;

/**
 * Runs timers in the order in which they fall due while somebody moves the service's clock on. The caller sets the
 * clock to {@link #nextDueUntil}, calls {@link #runDue}, and repeats until nothing is due.
 */
public interface TimerWalk {

    /** Stops the job executor and waits until the jobs in hand have ended. */
    void pause();

    /** Starts the job executor again where {@link #pause} stopped it. */
    void resume();

    /** When the next job is due, not after the limit. May lie in the past: what is late is due at once. */
    Optional<Instant> nextDueUntil(Instant limit);

    /**
     * Runs what is due now, in order, in the service's own name, and what that makes due now in turn. A job that fails
     * is left to its retries or its incident and does not stop the others.
     *
     * @return how many jobs ran without failing
     */
    int runDue();
}
