package org.threshold.homelessness.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threshold.form.FieldError;
import org.threshold.homelessness.HousingPlan;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.PlanStep;
import org.threshold.worklist.Answers;

/** Reads the steps of a plan from a form, and fills a form with the steps of a plan. */
final class PlanAnswers {

    private PlanAnswers() {
    }

    static List<PlanStep> steps(Answers answers) {
        return answers.rows("planSteps").stream().map(row -> new PlanStep(row.code("who", PlanStep.Who.class),
                row.code("kind", PlanStep.Kind.class), row.text("what"), row.day("by"), row.yes("agreed"),
                row.text("whyNotAgreed"), row.text("contact"))).toList();
    }

    static List<Map<String, Object>> rows(HousingPlan plan) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("who", step.who().name());
            row.put("what", step.what());
            row.put("kind", step.kind().name());
            row.put("contact", step.contact());
            row.put("by", step.by());
            row.put("agreed", step.agreed() ? "yes" : "no");
            row.put("whyNotAgreed", step.whyNotAgreed());
            rows.add(row);
        }
        return rows;
    }

    static List<FieldError> problems(Answers answers, LocalDate today, boolean stepsAsked) {
        List<FieldError> problems = new ArrayList<>();
        int steps = answers.rows("planSteps").size();
        if (stepsAsked && (steps == 0 || steps > HousingPlans.MOST_STEPS)) {
            problems.add(new FieldError("planSteps", "A plan has at least one step and at most "
                    + HousingPlans.MOST_STEPS));
        }
        if (!answers.day("reviewOn").isAfter(today)) {
            problems.add(new FieldError("reviewOn", "The day of the next review must be in the future"));
        }
        return problems;
    }
}
