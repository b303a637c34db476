package org.threshold.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.appointment.Appointments.Wanted;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepAside;

/** Beside the steps in which officer and household meet: the appointment that is booked, or the next free times. */
@Component
class TimesBesideSteps implements StepAside {

    private static final Set<String> PROCESSES = Set.of("assessment-and-plan", "ta-sign-up", "at-the-desk");
    private static final int DAYS = 7;
    private static final int SHOWN = 3;

    private final Appointments appointments;
    private final Clock clock;

    TimesBesideSteps(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    @Override
    public Optional<Block> beside(OpenStep step) {
        if (!step.inPerson() && !PROCESSES.contains(step.processKey())) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        List<Appointment> booked = appointments.of(step.caseReference()).stream().filter(Appointment::booked)
                .sorted(Comparator.comparing(Appointment::startsAt)).limit(SHOWN).toList();
        booked.forEach(appointment -> lines.add("Booked: " + appointment.when()));
        if (booked.isEmpty()) {
            LocalDate today = LocalDate.now(clock);
            appointments.free(new Wanted(null, null, today, today.plusDays(DAYS - 1L))).stream().limit(SHOWN)
                    .forEach(slot -> lines.add("Free: " + slot.words()));
            if (lines.isEmpty()) {
                lines.add("No time is free in the next 7 days.");
            }
        }
        String purpose = step.processKey().equals("assessment-and-plan") ? "ASSESSMENT"
                : step.processKey().equals("ta-sign-up") || step.processKey().equals("at-the-desk") ? "SIGN_UP" : "";
        return Optional.of(new Block("Appointments", lines, booked.isEmpty() ? "Book an appointment"
                : "Move, cancel or book an appointment", "/cases/" + step.caseReference() + "/appointments"
                + (purpose.isEmpty() ? "" : "?purpose=" + purpose)));
    }
}
