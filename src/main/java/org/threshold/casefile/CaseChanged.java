package org.threshold.casefile;

/** Someone else changed the same facts meanwhile. The message is shown to the officer; nothing was saved. */
public class CaseChanged extends RuntimeException {

    public CaseChanged(String message) {
        super(message);
    }
}
