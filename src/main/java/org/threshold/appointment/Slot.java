package org.threshold.appointment;

import java.time.Instant;

/** A time at which an officer can see somebody at an office. */
public record Slot(long id, String officer, String officerName, String office, Instant startsAt, Instant endsAt) {

    /** Such as 'Mon 4 May 2026, 10:00 to 10:45, North Office, with Olive Demo'. */
    public String words() {
        return LondonTime.span(startsAt, endsAt) + ", " + office + ", with " + officerName;
    }
}
