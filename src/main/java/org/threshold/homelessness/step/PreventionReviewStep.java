package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.HousingPlans;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Day 56 of prevention: a look at the plan together; the duty goes on. */
@Component
class PreventionReviewStep implements StepHandler {

    private static final int USUAL_REVIEW_DAYS = 28;

    private final HousingPlans plans;
    private final Clock clock;

    PreventionReviewStep(HousingPlans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "prevention-review";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewOn", LocalDate.now(clock).plusDays(USUAL_REVIEW_DAYS));
        plans.current(step.caseReference()).ifPresent(plan -> facts.put("planSteps", PlanAnswers.rows(plan)));
        return facts;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return PlanAnswers.problems(answers, LocalDate.now(clock), answers.yes("planChanges"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        plans.review(step.caseReference(), answers.text("reviewNotes"), answers.day("reviewOn"),
                answers.yes("planChanges") ? Optional.of(PlanAnswers.steps(answers)) : Optional.empty());
        return Map.of();
    }
}
