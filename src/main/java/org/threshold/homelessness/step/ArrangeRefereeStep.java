package org.threshold.homelessness.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferralAnswers;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Who decides between two councils that do not agree (SI 1998/1578). */
@Component
class ArrangeRefereeStep implements StepHandler {

    private final CouncilReferralAnswers referrals;

    ArrangeRefereeStep(CouncilReferralAnswers referrals) {
        this.referrals = referrals;
    }

    @Override
    public String formKey() {
        return "arrange-referee";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return referrals.dayProblems(step.caseReference(), "refereeOn", new Answers(values).day("refereeOn"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        referrals.refereeFound(step.caseReference(), answers.text("refereeHow"), answers.day("refereeOn"),
                answers.text("refereeName"));
        return Map.of();
    }
}
