package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.Circumstances;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** How the assessment reads after a change; it starts from what was assessed. */
@Component
class ReviseAssessmentStep implements StepHandler {

    private final Circumstances circumstances;
    private final Assessments assessments;

    ReviseAssessmentStep(Circumstances circumstances, Assessments assessments) {
        this.circumstances = circumstances;
        this.assessments = assessments;
    }

    @Override
    public String formKey() {
        return "revise-assessment";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        assessments.latest(step.caseReference()).ifPresent(made -> {
            facts.put("nowCircumstances", made.circumstances());
            facts.put("nowHousingNeeds", made.housingNeeds());
            facts.put("nowSupport", made.supportSummary());
        });
        return facts;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        circumstances.reviseAssessment(step.caseReference(), answers.text("nowCircumstances"),
                answers.text("nowHousingNeeds"), answers.text("nowSupport"));
        return Map.of();
    }
}
