package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.Opportunities;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Advice and help during a reasonable opportunity, finished early when they find a home or withdraw (s190(2)). */
@Component
class HelpFindHomeStep implements StepHandler {

    private final Opportunities opportunities;
    private final DutyEndings endings;
    private final Assessments assessments;
    private final Clock clock;

    HelpFindHomeStep(Opportunities opportunities, DutyEndings endings, Assessments assessments, Clock clock) {
        this.opportunities = opportunities;
        this.endings = endings;
        this.assessments = assessments;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "help-find-home";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("endedOn", LocalDate.now(clock));
        Beside beside = new Beside();
        opportunities.lastDay(step.caseReference()).ifPresent(last -> beside.line("Accommodation until",
                Words.day(last)));
        assessments.latest(step.caseReference()).ifPresent(made -> beside
                .line("Housing needs, from the assessment", made.housingNeeds())
                .line("Support, from the assessment", made.supportSummary()));
        return beside.put(facts);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> errors = new ArrayList<>(
                endings.problems(step.caseReference(), DutyKind.S190, ending(answers)));
        EndingForms.checkWithdrawal(answers, errors);
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        opportunities.recordHelp(step.caseReference(), answers.text("helpGiven"));
        endings.propose(step.caseReference(), DutyKind.S190, ending(answers));
        return Map.of();
    }

    private static DutyEnding.Facts ending(Answers answers) {
        return new DutyEnding.Facts(answers.code("opportunityEnd", EndReason.class), answers.day("endedOn"), null,
                null, null, null, answers.text("homeAddress"), List.of());
    }
}
