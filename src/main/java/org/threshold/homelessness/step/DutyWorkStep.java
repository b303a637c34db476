package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threshold.form.FieldError;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndsProposed;
import org.threshold.homelessness.HousingPlan;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.PlanStep;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The work under prevention or relief, which is finished when the duty ends. */
abstract class DutyWorkStep implements StepHandler {

    private final DutyKind kind;
    private final String endKey;
    private final DutyEndings endings;
    private final EndsProposed ends;
    private final HousingPlans plans;
    private final Clock clock;

    DutyWorkStep(DutyKind kind, String endKey, DutyEndings endings, EndsProposed ends, HousingPlans plans,
                 Clock clock) {
        this.kind = kind;
        this.endKey = endKey;
        this.endings = endings;
        this.ends = ends;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("endedOn", LocalDate.now(clock));
        facts.put("options", Map.of("offers", EndingForms.refused(ends, step.caseReference(), kind)));
        Beside beside = new Beside();
        EndingForms.tellWhyReturned(endings, step.caseReference(), kind, beside);
        more(step, beside);
        plans.current(step.caseReference()).ifPresent(plan -> steps(beside, plan));
        return beside.put(facts);
    }

    /** What else to know beside this form. */
    void more(StepContext step, Beside beside) {
    }

    private static void steps(Beside beside, HousingPlan plan) {
        int number = 1;
        for (PlanStep each : plan.steps()) {
            beside.line("Plan step " + number++ + ": " + each.who().title().toLowerCase(), each.what());
        }
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> errors = new ArrayList<>(endings.problems(step.caseReference(), kind, ending(answers)));
        if (Boolean.FALSE.equals(answers.yesNo("sixMonths"))) {
            errors.add(new FieldError("sixMonths", "The duty ends this way only when the home is suitable and likely"
                    + " to be theirs for at least 6 months"));
        }
        EndingForms.checkWithdrawal(answers, errors);
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        DutyEnding.Facts ending = ending(new Answers(values));
        boolean second = endings.propose(step.caseReference(), kind, ending);
        return Map.of(endKey, ending.reason().name(), "endAgainstApplicant", second);
    }

    private DutyEnding.Facts ending(Answers answers) {
        String attempts = answers.text("contactAttempts");
        String reasons = answers.text("endReasons");
        List<String> evidence = new ArrayList<>(answers.codes("offerSteps"));
        if (answers.yes("noticeInForce")) {
            evidence.add(DutyEnding.NOTICE_IN_FORCE);
        }
        return new DutyEnding.Facts(answers.code(endKey, EndReason.class), answers.day("endedOn"),
                attempts == null ? reasons : reasons + "\n\nWe tried to reach you: " + attempts,
                answers.text("securedAccommodation"), answers.text("activity"), answers.yesNo("securedInDistrict"),
                answers.text("offerAddress"), evidence,
                EndingForms.id(answers, "offer"), null, List.of());
    }
}
