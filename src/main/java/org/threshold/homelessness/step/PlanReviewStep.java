package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.HousingPlan;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.PlanReviews;
import org.threshold.homelessness.PlanReviews.Taken;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The plan, looked at together: what was done of each step, and what comes next (s189A(9) to (12)). */
@Component
class PlanReviewStep implements StepHandler {

    private final PlanReviews reviews;
    private final HousingPlans plans;
    private final Clock clock;

    PlanReviewStep(PlanReviews reviews, HousingPlans plans, Clock clock) {
        this.reviews = reviews;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "review-plan";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewOn", reviews.usualNext());
        Beside beside = new Beside();
        plans.current(step.caseReference()).ifPresent(plan -> {
            facts.put("planSteps", PlanAnswers.rows(plan));
            taken(step, plan, facts);
            beside.line("Version", plan.version() + ": " + plan.why()).line("What they want", plan.wishes());
            for (int i = 0; i < plan.steps().size(); i++) {
                beside.line("Step " + (i + 1) + ": " + plan.steps().get(i).who().title().toLowerCase(),
                        plan.steps().get(i).what());
            }
        });
        return beside.put(facts);
    }

    private void taken(StepContext step, HousingPlan plan, Map<String, Object> facts) {
        Map<String, String> options = new LinkedHashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<Integer, Taken> before = new HashMap<>();
        reviews.taken(step.caseReference(), plan.version()).forEach(one -> before.put(one.position(), one));
        for (int i = 0; i < plan.steps().size(); i++) {
            int position = i + 1;
            options.put(String.valueOf(position), position + ". " + plan.steps().get(i).who().title() + ": "
                    + plan.steps().get(i).what());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("taken", String.valueOf(position));
            Optional.ofNullable(before.get(position)).ifPresent(one -> {
                row.put("done", one.done().name());
                row.put("doneBy", one.byWhom());
                row.put("doneHow", one.words());
            });
            rows.add(row);
        }
        facts.put("options", Map.of("steps", options));
        facts.put("stepsTaken", rows);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> errors = new ArrayList<>(PlanAnswers.problems(answers, LocalDate.now(clock),
                answers.yes("planChanges")));
        errors.addAll(reviews.problems(step.caseReference(), taken(answers), answers.day("reviewOn")));
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        reviews.review(step.caseReference(), taken(answers), answers.text("reviewNotes"), answers.day("reviewOn"),
                answers.yes("planChanges") ? Optional.of(PlanAnswers.steps(answers)) : Optional.empty());
        return Map.of();
    }

    private static List<Taken> taken(Answers answers) {
        return answers.rows("stepsTaken").stream().map(row -> new Taken(Integer.parseInt(row.text("taken")),
                row.code("done", PlanReviews.Done.class), row.text("doneBy"), row.text("doneHow"), null, null))
                .toList();
    }
}
