package org.threshold.worklist;

import java.time.LocalDate;

/** Told, in the same transaction, of what the engine does not know: that a step waits, or waits no longer. */
public interface StepChanges {

    /** @param until the day on which it is off hold again by itself */
    void putOnHold(OpenStep step, HoldReason reason, LocalDate until);

    void tookOffHold(OpenStep step);
}
