package org.threshold.appointment;

/** What became of an appointment. */
public enum AppointmentStatus {
    BOOKED("Booked"), ATTENDED("Attended"), DID_NOT_ATTEND("Did not attend"), CANCELLED("Cancelled");

    private final String words;

    AppointmentStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
