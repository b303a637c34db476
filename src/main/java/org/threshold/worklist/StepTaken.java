package org.threshold.worklist;

/** Somebody else holds the step. The message says who and since when. */
public class StepTaken extends StepGone {

    public StepTaken(String message) {
        super(message);
    }
}
