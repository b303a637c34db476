package org.threshold.eventlog;

/** As many logs are being analysed as may be at once. */
public final class LogsBusy extends RuntimeException {

    LogsBusy() {
        super("Other logs are being analysed just now. Try again in a minute.");
    }
}
