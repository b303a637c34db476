package org.threshold.homelessness;

/** The law, or where the case stands, does not allow this. The message is shown to the officer. */
public class NotPossible extends RuntimeException {

    public NotPossible(String message) {
        super(message);
    }
}
