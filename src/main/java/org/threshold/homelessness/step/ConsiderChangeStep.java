package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Circumstances;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What a reported change re-opens. */
@Component
class ConsiderChangeStep implements StepHandler {

    private final Circumstances circumstances;
    private final CaseFindings findings;
    private final People people;

    ConsiderChangeStep(Circumstances circumstances, CaseFindings findings, People people) {
        this.circumstances = circumstances;
        this.findings = findings;
        this.people = people;
    }

    @Override
    public String formKey() {
        return "consider-change";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        circumstances.next(step.caseReference()).ifPresent(change -> beside
                .line("What changed", change.report().kinds().stream().map(CircumstancesChange.Kind::title)
                        .collect(Collectors.joining(", ")))
                .line("In their words", change.report().what())
                .line("Changed on", Words.day(change.report().happenedOn()))
                .line("Told by", change.report().toldBy())
                .line("Recorded by", people.nameOf(change.reportedBy())));
        return beside.findings(findings.current(step.caseReference())).put(new HashMap<>());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return circumstances.planObstacle(step.caseReference(), new Answers(values).yes("planNeedsReview"))
                .map(why -> List.of(new FieldError("planNeedsReview", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean interim = answers.yes("interimNowDue");
        boolean assessment = answers.yes("assessmentChanges");
        circumstances.consider(step.caseReference(), new CircumstancesChange.Considered(
                answers.codes("reopened").stream().map(Question::valueOf).toList(), answers.text("changeReasons"),
                assessment, interim, answers.yes("nowAtRisk"), answers.yes("planNeedsReview")));
        return Map.of("interimDue", interim, "assessmentChanges", assessment);
    }
}
