package org.threshold.worklist;

/** The law, or where the case stands, does not allow what a step was about to record. Shown to the officer. */
public class StepRefused extends RuntimeException {

    public StepRefused(String message) {
        super(message);
    }
}
