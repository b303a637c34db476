package org.threshold.eventlog;

/** A log cannot be read. The message is one sentence for whoever sent it: what is wrong, and at which line or event. */
public class LogRefused extends RuntimeException {

    public LogRefused(String message) {
        super(message);
    }
}
