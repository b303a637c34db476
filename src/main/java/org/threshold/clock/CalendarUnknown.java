package org.threshold.clock;

/** Working days were asked of a year without bank-holiday data. The message is shown to the user. */
public class CalendarUnknown extends RuntimeException {

    public CalendarUnknown(String message) {
        super(message);
    }
}
