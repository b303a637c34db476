package org.threshold.nextaction;

import org.threshold.worklist.StepRefused;

/** It cannot be answered so; the message is for the officer. */
public class NotProposed extends StepRefused {

    public NotProposed(String message) {
        super(message);
    }
}
