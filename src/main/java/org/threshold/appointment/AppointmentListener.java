package org.threshold.appointment;

/** Told in the transaction of the change; what waits for an appointment listens here. */
public interface AppointmentListener {

    /** @param after as it is now: booked, moved, attended, not attended or cancelled */
    void changed(Appointment after);
}
