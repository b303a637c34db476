package org.threshold.accommodation;

import org.threshold.worklist.StepRefused;

/** Somebody else changed it meanwhile; nothing was saved. The message is for whoever typed. */
public class Stale extends StepRefused {

    public Stale(String message) {
        super(message);
    }
}
