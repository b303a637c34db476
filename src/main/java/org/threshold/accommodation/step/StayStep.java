package org.threshold.accommodation.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.StayNote;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.accommodation.Words;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** A step of a placement's life; what they share is the placement beside the form and the days that are asked for. */
abstract class StayStep implements StepHandler {

    private final String formKey;
    final PlacementStays stays;
    private final Around around;

    /** What every one of these steps reads. */
    record Around(PlacementStays stays, ObjectProvider<Units> units, StepVariables variables, Clock clock) {
    }

    StayStep(String formKey, Around around) {
        this.formKey = formKey;
        this.stays = around.stays();
        this.around = around;
    }

    @Override
    public String formKey() {
        return formKey;
    }

    long placement(StepContext step) {
        return around.variables().required(step, "placementId");
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Placement placement = stays.of(step.caseReference(), placement(step));
        Unit unit = around.units().getObject().get(placement.unitId());
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("Unit", unit.name() + ", " + unit.address() + ", " + unit.postcode());
        beside.put("First night", Words.day(placement.startsOn()));
        if (placement.endedOn() == null) {
            beside.put("Expected until", Words.day(placement.expectedUntil()));
            beside.put("Under", placement.function().words() + " (" + placement.function().provision() + ")");
        } else {
            beside.put("Left on", Words.day(placement.endedOn()) + ": " + placement.endReason().words());
        }
        stays.notes(step.caseReference(), placement.id()).stream().findFirst().ifPresent(last ->
                beside.put("Noted last", last.kind().words() + ". " + last.words()));
        Map<String, Object> facts = new HashMap<>();
        facts.put("beside", beside);
        return facts;
    }

    /** What is wrong with a day that must lie ahead; nothing where it was not asked. */
    List<FieldError> ahead(Map<String, Object> values, String field, boolean todayWillDo) {
        LocalDate day = new Answers(values).day(field);
        LocalDate first = LocalDate.now(around.clock()).plusDays(todayWillDo ? 0 : 1);
        return day == null || !day.isBefore(first) ? List.of() : List.of(new FieldError(field,
                todayWillDo ? "The day must be today or in the future" : "The day must be in the future"));
    }

    /** For a timer: the day in London. */
    static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
    }

    static final class CheckMovedIn extends StayStep {

        CheckMovedIn(Around around) {
            super("check-moved-in", around);
        }

        @Override
        public List<FieldError> check(StepContext step, Map<String, Object> values) {
            return ahead(values, "lookOn", false);
        }

        @Override
        public Map<String, Object> record(StepContext step, Map<String, Object> values) {
            Answers answers = new Answers(values);
            stays.seen(step.caseReference(), placement(step), answers.yes("livingThere"), answers.text("words"),
                    answers.day("lookOn"));
            return Map.of();
        }
    }

    static final class ReviewStay extends StayStep {

        ReviewStay(Around around) {
            super("review-stay", around);
        }

        @Override
        public List<FieldError> check(StepContext step, Map<String, Object> values) {
            return ahead(values, "lookOn", false);
        }

        @Override
        public Map<String, Object> record(StepContext step, Map<String, Object> values) {
            Answers answers = new Answers(values);
            stays.decide(step.caseReference(), placement(step), answers.code("stayDecision", StayNote.Kind.class),
                    answers.day("lookOn"), answers.text("words"));
            return Map.of();
        }
    }

    static final class VerifyPlacement extends StayStep {

        private static final Map<String, StayNote.Found> QUESTIONS = Map.of("asRecorded", StayNote.Found.NOT_AS_RECORDED,
                "suitsAll", StayNote.Found.NOT_SUITABLE, "chargeRight", StayNote.Found.CHARGE_WRONG, "benefitPaid",
                StayNote.Found.NO_BENEFIT);

        VerifyPlacement(Around around) {
            super("verify-placement", around);
        }

        @Override
        public Map<String, Object> record(StepContext step, Map<String, Object> values) {
            Answers answers = new Answers(values);
            List<StayNote.Found> wrong = QUESTIONS.entrySet().stream().filter(asked -> !answers.yes(asked.getKey()))
                    .map(Map.Entry::getValue).sorted().toList();
            stays.verified(step.caseReference(), placement(step), wrong, answers.text("words"));
            return Map.of();
        }
    }

    static final class CollectKeys extends StayStep {

        CollectKeys(Around around) {
            super("collect-keys", around);
        }

        @Override
        public Map<String, Object> record(StepContext step, Map<String, Object> values) {
            Answers answers = new Answers(values);
            List<StayNote.Found> found = new ArrayList<>();
            if (!"ALL".equals(answers.text("keysReturned"))) {
                found.add(StayNote.Found.KEYS_MISSING);
            }
            if (answers.yes("belongingsLeft")) {
                found.add(StayNote.Found.BELONGINGS_LEFT);
            }
            stays.keys(step.caseReference(), placement(step), found, answers.text("words"));
            return Map.of();
        }
    }

    static final class InspectUnit extends StayStep {

        InspectUnit(Around around) {
            super("inspect-unit", around);
        }

        @Override
        public List<FieldError> check(StepContext step, Map<String, Object> values) {
            return ahead(values, "readyOn", true);
        }

        @Override
        public Map<String, Object> record(StepContext step, Map<String, Object> values) {
            Answers answers = new Answers(values);
            stays.inspected(step.caseReference(), placement(step), answers.yes("damaged"), answers.text("words"),
                    answers.day("readyOn"));
            return Map.of("unitReadyOn", date(answers.day("readyOn")));
        }
    }

    static final class ConfirmReady extends StayStep {

        ConfirmReady(Around around) {
            super("confirm-ready", around);
        }

        @Override
        public List<FieldError> check(StepContext step, Map<String, Object> values) {
            return ahead(values, "readyOn", false);
        }

        @Override
        public Map<String, Object> record(StepContext step, Map<String, Object> values) {
            Answers answers = new Answers(values);
            boolean ready = answers.yes("unitReady");
            stays.ready(step.caseReference(), placement(step), ready, answers.text("words"), answers.day("readyOn"));
            return ready ? Map.of("unitReady", true)
                    : Map.of("unitReady", false, "unitReadyOn", date(answers.day("readyOn")));
        }
    }
}
