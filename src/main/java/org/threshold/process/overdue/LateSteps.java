package org.threshold.process.overdue;

import java.time.Instant;

/** Gives a late step more time while its ladder goes on and rests until then. */
public interface LateSteps {

    void giveUntil(String stepId, Instant due);
}
