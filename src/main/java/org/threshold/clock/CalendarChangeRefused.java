package org.threshold.clock;

/** A change of the calendar that makes no sense. The message is shown to the user, at the field. */
public class CalendarChangeRefused extends RuntimeException {

    private final String field;

    /** @param field {@code day} or {@code reason} */
    public CalendarChangeRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
