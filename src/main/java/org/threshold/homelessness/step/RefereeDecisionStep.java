package org.threshold.homelessness.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferralAnswers;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** How the referee decided, or how the two councils settled it after all. */
@Component
class RefereeDecisionStep implements StepHandler {

    private final CouncilReferralAnswers referrals;

    RefereeDecisionStep(CouncilReferralAnswers referrals) {
        this.referrals = referrals;
    }

    @Override
    public String formKey() {
        return "record-referee-decision";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return referrals.dayProblems(step.caseReference(), "refereeDecidedOn",
                new Answers(values).day("refereeDecidedOn"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        referrals.refereeDecided(step.caseReference(), answers.text("refereeDecision"),
                answers.day("refereeDecidedOn"), answers.text("refereeReasons"));
        return Map.of();
    }
}
