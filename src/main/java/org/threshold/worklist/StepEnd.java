package org.threshold.worklist;

/** How a step ended. */
public enum StepEnd {
    COMPLETED, CANCELLED
}
