package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Decision;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.Decisions;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The draft of a decision; one that came back shows what must change and starts from its own words. */
@Component
class DraftDecisionStep implements StepHandler {

    private final Decisions decisions;
    private final CaseFindings findings;

    DraftDecisionStep(Decisions decisions, CaseFindings findings) {
        this.decisions = decisions;
        this.findings = findings;
    }

    @Override
    public String formKey() {
        return "draft-decision";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        Beside beside = new Beside();
        decisions.latest(step.caseReference()).filter(last -> last.status() == Decision.Status.RETURNED)
                .ifPresent(returned -> {
                    beside.line("Returned, because", returned.comments());
                    facts.put("inquiriesMade", returned.inquiries());
                    facts.put("decisionReasons", returned.reasons());
                    facts.put("opportunityUntil", returned.opportunityUntil());
                    facts.put("referTo", returned.referTo());
                    facts.put("otherReasons", returned.further().otherReasons());
                    facts.put("restrictedCase", returned.further().restrictedMember() == null ? null : "yes");
                    facts.put("restrictedMember", returned.further().restrictedMember() == null ? null
                            : String.valueOf(returned.further().restrictedMember()));
                    facts.put("restrictedWhy", returned.further().restrictedWhy());
                });
        facts.put("options", Map.of("household", decisions.household(step.caseReference()).entrySet().stream()
                .map(member -> Map.of("label", member.getValue(), "value", String.valueOf(member.getKey()))).toList()));
        decisions.outcome(step.caseReference()).ifPresent(outcome -> facts.put("outcome", outcome.name()));
        return beside.findings(findings.current(step.caseReference())).put(facts);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return decisions.problems(step.caseReference(), draft(new Answers(values)));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        decisions.draft(step.caseReference(), draft(new Answers(values)));
        return Map.of();
    }

    private static Decision.Referring referring(Answers answers) {
        return answers.text("referTo") == null ? null : new Decision.Referring(answers.text("referTo"),
                known(answers, "referralHere"), known(answers, "referralThere"), known(answers, "referralRisk"));
    }

    /** Null while it is not known. */
    private static Boolean known(Answers answers, String key) {
        return "unknown".equals(answers.text(key)) ? null : answers.yesNo(key);
    }

    private static Decision.Draft draft(Answers answers) {
        return new Decision.Draft(answers.code("outcome", DecisionOutcome.class), answers.text("inquiriesMade"),
                answers.text("decisionReasons"), answers.day("opportunityUntil"), referring(answers), further(answers));
    }

    private static Decision.Further further(Answers answers) {
        boolean restricted = answers.yes("restrictedCase");
        String member = restricted ? answers.text("restrictedMember") : null;
        return new Decision.Further(answers.text("otherReasons"), member == null ? null : Long.valueOf(member),
                restricted ? answers.text("restrictedWhy") : null);
    }
}
