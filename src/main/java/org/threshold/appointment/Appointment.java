package org.threshold.appointment;

import java.time.Instant;
import org.threshold.casefile.CaseReference;

/**
 * Officer and household meet.
 *
 * @param placementId the placement that it is about; null when it is about none
 * @param place       the office, or the place of a visit; never sent to anybody unless it is an office
 * @param missed      why they did not come and what is next; null unless they did not attend
 * @param version     grows with each change; the calendar's sequence number
 */
public record Appointment(long id, CaseReference caseReference, Purpose purpose, Long placementId, Venue venue,
                          String place, String officer, String officerName, Instant startsAt, Instant endsAt,
                          AppointmentStatus status, Missed missed, String words, int version) {

    /** Such as 'Mon 4 May 2026, 10:00 to 10:45, North Office, with Olive Demo'. */
    public String when() {
        return LondonTime.span(startsAt, endsAt) + ", " + place + ", with " + officerName;
    }

    public boolean booked() {
        return status == AppointmentStatus.BOOKED;
    }
}
