package org.threshold.worklist;

/** Told, in the same transaction, of what the engine does not know: that a step waits, or waits no longer. */
public interface StepChanges {

    void putOnHold(OpenStep step, HoldReason reason);

    void tookOffHold(OpenStep step);
}
