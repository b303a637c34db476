package org.threshold.process.incident;

import java.time.Instant;

/**
 * Something that Threshold could not do by itself.
 *
 * @param jobId     the engine's job, which is tried again
 * @param step      the name of the step in the model
 * @param what      what failed, in words for a supervisor
 * @param since     when it was first due
 * @param nextTry   when Threshold tries again by itself; null when it has given up
 * @param triesLeft 0 when it waits for someone
 * @param message   the engine's own message, for administrators
 */
public record Fault(String jobId, String caseReference, String process, String step, String what, Instant since,
                    Instant nextTry, int triesLeft, String message) {

    public boolean stuck() {
        return triesLeft == 0;
    }
}
