package org.threshold.appointment;

import org.threshold.worklist.StepRefused;

/** The appointment cannot be made or changed like this. The message is shown to the officer; nothing was recorded. */
public class NotBooked extends StepRefused {

    public NotBooked(String message) {
        super(message);
    }
}
