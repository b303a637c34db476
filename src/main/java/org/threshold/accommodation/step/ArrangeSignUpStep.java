package org.threshold.accommodation.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.Placement;
import org.threshold.appointment.Appointments;
import org.threshold.appointment.LondonTime;
import org.threshold.appointment.Purpose;
import org.threshold.appointment.TellBy;
import org.threshold.appointment.Venue;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** When and where officer and household meet for the sign-up. */
@Component
class ArrangeSignUpStep implements StepHandler {

    private static final int DAYS_AHEAD = 7;
    private static final int MINUTES = 60;

    private final SignUpFacts facts;
    private final Appointments appointments;
    private final CurrentOfficer officer;
    private final Clock clock;

    ArrangeSignUpStep(SignUpFacts facts, Appointments appointments, CurrentOfficer officer, Clock clock) {
        this.facts = facts;
        this.appointments = appointments;
        this.officer = officer;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "arrange-sign-up";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> slots = new LinkedHashMap<>();
        appointments.free(new Appointments.Wanted(null, null, today, today.plusDays(DAYS_AHEAD)))
                .forEach(slot -> slots.put(String.valueOf(slot.id()), slot.words()));
        Placement placement = facts.placement(step);
        Map<String, String> beside = facts.beside(placement);
        appointments.bookedFor(step.caseReference(), placement.id())
                .ifPresent(booked -> beside.put("Appointment", booked.when()));
        beside.put("Free times", slots.isEmpty() ? "None in the next " + DAYS_AHEAD + " days"
                : slots.size() + " in the next " + DAYS_AHEAD + " days");
        Map<String, Object> known = new HashMap<>();
        known.put("options", Map.of("slots", slots));
        known.put("visitOn", today);
        known.put("beside", beside);
        return known;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return "VISIT".equals(answers.text("meetWhere")) && startsAt(answers).isBefore(clock.instant())
                ? List.of(new FieldError("visitAt", "That time has passed. Enter a later one")) : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        long placement = facts.placement(step).id();
        appointments.bookedFor(step.caseReference(), placement).ifPresent(before ->
                appointments.cancel(step.caseReference(), before.id(), "Arranged anew", null));
        switch (answers.text("meetWhere")) {
            case "OFFICE" -> appointments.book(step.caseReference(), new Appointments.AtOffice(Purpose.SIGN_UP,
                    placement, Long.parseLong(answers.text("slot")), answers.code("tellBy", TellBy.class)));
            case "VISIT" -> appointments.visit(step.caseReference(), new Appointments.Visit(Purpose.SIGN_UP, placement,
                    answers.code("visitVenue", Venue.class), answers.text("visitPlace"), officer.get().username(),
                    startsAt(answers), MINUTES, answers.code("tellBy", TellBy.class)));
            default -> {
                // They are here now: nothing is booked.
            }
        }
        return Map.of();
    }

    private static Instant startsAt(Answers answers) {
        return LondonTime.at(answers.day("visitOn"), LocalTime.parse(answers.text("visitAt")));
    }
}
