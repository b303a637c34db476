package org.threshold.charge;

import org.threshold.worklist.StepRefused;

/** How an account or a claim stands does not allow this. The message is shown to the officer. */
public class NotPossible extends StepRefused {

    public NotPossible(String message) {
        super(message);
    }
}
