package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.PlanTemplates;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The personalised housing plan, agreed at the desk. */
@Component
class PlanAgreementStep implements StepHandler {

    /** Councils look at plans every four to six weeks. */
    private static final int USUAL_REVIEW_DAYS = 28;

    private final HousingPlans plans;
    private final Assessments assessments;
    private final PlanTemplates templates;
    private final Clock clock;

    PlanAgreementStep(HousingPlans plans, Assessments assessments, PlanTemplates templates, Clock clock) {
        this.plans = plans;
        this.assessments = assessments;
        this.templates = templates;
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
        assessments.latest(step.caseReference()).ifPresent(made -> {
            assessed(beside, made);
            suggest(made, facts, beside);
        });
        facts.put("options.templates", templates.all().stream()
                .map(each -> Map.of("value", each.key(), "label", each.title())).toList());
        return beside.put(facts);
    }

    /** The steps that fit the assessed cause stand on the form, to be agreed one by one. */
    private void suggest(Assessment made, Map<String, Object> facts, Beside beside) {
        List<PlanTemplates.Template> fitting = templates.fitting(made.reasonForLoss(), made.accommodationNow());
        if (fitting.isEmpty()) {
            return;
        }
        facts.put("planSteps", rows(fitting.get(0).key()));
        beside.line("Suggested steps", fitting.get(0).title());
        beside.line("Also fits", String.join(", ", fitting.stream().skip(1)
                .map(PlanTemplates.Template::title).toList()));
    }

    /** Whether the applicant agrees is left open, so that no step goes into the plan unseen. */
    private List<Map<String, Object>> rows(String template) {
        LocalDate today = LocalDate.now(clock);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PlanTemplates.Step step : templates.steps(template)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("who", step.who().name());
            row.put("what", step.what());
            row.put("contact", step.contact());
            row.put("kind", step.kind().name());
            row.put("by", today.plusDays(step.days()));
            rows.add(row);
        }
        return rows;
    }

    @Override
    public List<Map<String, Object>> rowsFor(StepContext step, String question, String choice) {
        return rows(choice);
    }

    private static void assessed(Beside beside, Assessment made) {
        beside.line("Circumstances", made.circumstances()).line("Housing needs", made.housingNeeds())
                .line("Support", made.supportSummary());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> problems = PlanAnswers.problems(answers, LocalDate.now(clock), true);
        if (answers.text("template") != null) {
            problems.add(new FieldError("template", "You chose a template and did not add its steps. Press ‘Add these"
                    + " steps’, or choose nothing"));
        }
        return problems;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        plans.record(step.caseReference(), answers.text("wishes"), answers.text("givenHow"),
                answers.day("reviewOn"), PlanAnswers.steps(answers));
        return Map.of();
    }
}
