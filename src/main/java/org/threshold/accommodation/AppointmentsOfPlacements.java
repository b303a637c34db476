package org.threshold.accommodation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.threshold.appointment.Appointment;
import org.threshold.appointment.Appointments;
import org.threshold.appointment.LondonTime;
import org.threshold.appointment.Missed;
import org.threshold.casefile.CaseReference;

/** What becomes of the appointment for a sign-up follows from what became of the sign-up: nobody says it twice. */
@Component
class AppointmentsOfPlacements implements PlacementListener {

    private final Appointments appointments;
    private final Clock clock;

    AppointmentsOfPlacements(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    /** With the keys they were there, or came before it. */
    @Override
    public void movedIn(Placement placement) {
        booked(placement.caseReference(), placement.id(), appointment -> {
            if (LondonTime.dayOf(appointment.startsAt()).isAfter(LocalDate.now(clock))) {
                cancel(appointment, "They have the keys already");
            } else {
                appointments.attended(appointment.caseReference(), appointment.id());
            }
        });
    }

    /** The cause is not known before somebody has reached them; it is added to the appointment then. */
    void notAttended(CaseReference reference, long placementId, String words) {
        booked(reference, placementId, appointment -> {
            if (appointment.startsAt().isAfter(clock.instant())) {
                cancel(appointment, words);
            } else {
                appointments.didNotAttend(reference, appointment.id(), new Missed(Missed.Cause.NOT_KNOWN,
                        Missed.NextStep.REACH_TODAY, words));
            }
        });
    }

    void calledOff(CaseReference reference, long placementId, String words) {
        booked(reference, placementId, appointment -> cancel(appointment, words));
    }

    private void booked(CaseReference reference, long placementId, Consumer<Appointment> then) {
        appointments.bookedFor(reference, placementId).ifPresent(then);
    }

    /** They know: they are there, or called it off themselves. */
    private void cancel(Appointment appointment, String why) {
        appointments.cancel(appointment.caseReference(), appointment.id(), why, null);
    }
}
