package org.threshold.homelessness.step;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.IdentityCheck;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Identity seen, and whether they are eligible; neither holds the case up. */
@Component
class IdentityStep implements StepHandler {

    private final Assessments assessments;

    IdentityStep(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String formKey() {
        return "identity-and-eligibility";
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        IdentityCheck check = new IdentityCheck(answers.text("identitySeen"), answers.codes("identityDocuments"),
                answers.text("identityMissing"), answers.text("nationality"), answers.text("habituallyResident"));
        assessments.checkIdentity(step.caseReference(), check, answers.finding("eligible"),
                answers.text("eligibleReasons"));
        return Map.of();
    }
}
