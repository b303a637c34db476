package org.threshold.access;

/** The signed-in officer may not do this. The message is shown to them. */
public class NotPermitted extends RuntimeException {

    public NotPermitted(String message) {
        super(message);
    }
}
