package org.threshold.accommodation.step;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.FollowUps;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** Somebody rings a household outside the borough in the first days. */
@Component
class WelfareCallStep implements StepHandler {

    private final FollowUps followUps;
    private final StepVariables variables;

    WelfareCallStep(FollowUps followUps, StepVariables variables) {
        this.followUps = followUps;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "welfare-call";
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        followUps.welfareCall(variables.required(step, "placementId"), answers.yes("reached"), answers.text("found"),
                answers.text("done"));
        return Map.of();
    }
}
