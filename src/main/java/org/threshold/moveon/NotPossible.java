package org.threshold.moveon;

import org.threshold.worklist.StepRefused;

/** The law, or how the move stands, does not allow this. The message is shown to the officer. */
public class NotPossible extends StepRefused {

    public NotPossible(String message) {
        super(message);
    }
}
