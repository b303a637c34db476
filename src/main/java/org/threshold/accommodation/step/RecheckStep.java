package org.threshold.accommodation.step;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.FollowUps;
import org.threshold.accommodation.StayCheck;
import org.threshold.accommodation.Words;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** Whether a home outside the borough is still suitable, and how the household comes back. */
@Component
class RecheckStep implements StepHandler {

    private final FollowUps followUps;
    private final StepVariables variables;

    RecheckStep(FollowUps followUps, StepVariables variables) {
        this.followUps = followUps;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "recheck-suitability";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        long placement = variables.required(step, "placementId");
        Map<String, String> beside = new LinkedHashMap<>();
        followUps.checks(step.caseReference()).stream().filter(check -> check.placementId() == placement)
                .forEach(check -> beside.put(check.kind().words() + " on " + Words.day(check.on()), said(check)));
        return new HashMap<>(Map.of("beside", beside));
    }

    private static String said(StayCheck check) {
        return check.found() + (check.planBack() == null ? "" : ". How they come back: " + check.planBack());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return followUps.wrongWithNext(new Answers(values).day("nextOn"))
                .map(why -> List.of(new FieldError("nextOn", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        LocalDate next = answers.day("nextOn");
        followUps.recheck(variables.required(step, "placementId"), answers.yes("suitable"), answers.text("found"),
                answers.text("done"), answers.text("planBack"), next);
        return Map.of("recheckOn", Date.from(next.atStartOfDay(ServiceClock.LONDON).toInstant()));
    }
}
