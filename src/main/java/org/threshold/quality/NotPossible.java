package org.threshold.quality;

import org.threshold.worklist.StepRefused;

/** How the audits stand does not allow this. The message is shown to the officer. */
public class NotPossible extends StepRefused {

    public NotPossible(String message) {
        super(message);
    }
}
