package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.HousingPlans;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The personalised housing plan, agreed at the desk. */
@Component
class PlanAgreementStep implements StepHandler {

    /** Councils look at plans every four to six weeks. */
    private static final int USUAL_REVIEW_DAYS = 28;

    private final HousingPlans plans;
    private final Assessments assessments;
    private final Clock clock;

    PlanAgreementStep(HousingPlans plans, Assessments assessments, Clock clock) {
        this.plans = plans;
        this.assessments = assessments;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "personalised-housing-plan";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewOn", LocalDate.now(clock).plusDays(USUAL_REVIEW_DAYS));
        Beside beside = new Beside();
        assessments.latest(step.caseReference()).ifPresent(made -> assessed(beside, made));
        return beside.put(facts);
    }

    private static void assessed(Beside beside, Assessment made) {
        beside.line("Circumstances", made.circumstances()).line("Housing needs", made.housingNeeds())
                .line("Support", made.supportSummary());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return PlanAnswers.problems(new Answers(values), LocalDate.now(clock), true);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        plans.record(step.caseReference(), answers.text("wishes"), answers.text("givenHow"),
                answers.day("reviewOn"), PlanAnswers.steps(answers));
        return Map.of();
    }
}
