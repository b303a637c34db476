package org.threshold.worklist;

/** The step has ended, or its case has moved on. The message is shown to the officer. */
public class StepGone extends RuntimeException {

    public StepGone(String message) {
        super(message);
    }
}
