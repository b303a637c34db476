package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Decisions;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.SecondAnswer;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The second officer reads the draft and signs it, or returns it with comments. */
@Component
class SignDecisionStep implements StepHandler {

    private final Decisions decisions;
    private final CaseFindings findings;
    private final People people;

    SignDecisionStep(Decisions decisions, CaseFindings findings, People people) {
        this.decisions = decisions;
        this.findings = findings;
        this.people = people;
    }

    @Override
    public String formKey() {
        return "sign-decision";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        decisions.latest(step.caseReference()).ifPresent(draft -> beside
                .line("Decision", draft.outcome().title())
                .line("Drafted by", people.nameOf(draft.draftedBy()))
                .line("Inquiries made", draft.inquiries())
                .line("Reasons", draft.reasons())
                .line("Reasons for other points against them", draft.further().otherReasons())
                .line("Restricted person", draft.further().restrictedMember() == null ? null : decisions.household(
                        step.caseReference()).get(draft.further().restrictedMember()) + ". "
                        + draft.further().restrictedWhy())
                .line("Other council", draft.referTo())
                .line("Accommodation until", draft.opportunityUntil() == null ? null
                        : Words.day(draft.opportunityUntil())));
        beside.line("May be signed by", decisions.whoMaySign(step.caseReference()));
        return beside.findings(findings.current(step.caseReference())).put(new HashMap<>());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        CaseReference reference = step.caseReference();
        return SecondAnswer.check("signed", new Answers(values).yes("signed"), decisions.refusal(reference),
                () -> decisions.mayTakeBack(reference), () -> decisions.outdated(reference));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean signed = answers.yes("signed");
        if (signed) {
            decisions.sign(step.caseReference());
        } else if (decisions.mayTakeBack(step.caseReference())) {
            decisions.takeBack(step.caseReference(), answers.text("comments"));
        } else {
            decisions.returnToDrafter(step.caseReference(), answers.text("comments"));
        }
        return Map.of("decisionSigned", signed);
    }
}
