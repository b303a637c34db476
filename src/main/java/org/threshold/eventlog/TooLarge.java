package org.threshold.eventlog;

/** A log is larger, as it is sent, than is taken. */
public final class TooLarge extends LogRefused {

    TooLarge() {
        super("The file is larger than " + EventLogs.LARGEST_FILE / 1024 / 1024 + " MB: zip it with gzip, or take a"
                + " part of it.");
    }
}
