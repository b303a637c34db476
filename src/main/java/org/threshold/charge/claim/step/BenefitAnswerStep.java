package org.threshold.charge.claim.step;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.BenefitQuestions;
import org.threshold.charge.claim.ClaimCosts;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** What the benefit office answered to a question. */
@Component
class BenefitAnswerStep extends ClaimStep {

    private final BenefitQuestions questions;

    BenefitAnswerStep(StepVariables variables, ClaimCosts costs, BenefitClaims claims, BenefitQuestions questions) {
        super(variables, costs, claims);
        this.questions = questions;
    }

    @Override
    public String formKey() {
        return "record-benefit-answer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = about(step);
        questions.open(step.caseReference(), placement(step)).ifPresent(open ->
                beside.put(open.urgent() ? "Urgent question" : "Question", open.question()));
        return Map.of("beside", beside);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        questions.answered(step.caseReference(), placement(step), new Answers(values).text("benefitAnswer"));
        return Map.of();
    }
}
