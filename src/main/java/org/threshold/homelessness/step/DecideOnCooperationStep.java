package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CooperationNotice;
import org.threshold.homelessness.CooperationRefusal;
import org.threshold.homelessness.CooperationRefusal.Settled;
import org.threshold.homelessness.CooperationRefusals;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** After the period of a warning: settled, or the draft of a notice (s193B(2)). */
@Component
class DecideOnCooperationStep implements StepHandler {

    private static final String STILL_REFUSES = "STILL_REFUSES";

    private final CooperationRefusals refusals;

    DecideOnCooperationStep(CooperationRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public String formKey() {
        return "decide-on-cooperation";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        Beside beside = new Beside();
        facts.put("options.steps", options(step.caseReference()));
        refusals.open(step.caseReference()).ifPresent(open -> {
            facts.put("givenHow", open.facts().givenHow().name());
            warning(beside, open);
        });
        refusals.latestNotice(step.caseReference()).filter(last -> last.status() == CooperationNotice.Status.RETURNED)
                .ifPresent(returned -> {
                    beside.line("Sent back, because", returned.comments());
                    facts.put("cooperation", STILL_REFUSES);
                    facts.put("noticeReasons", returned.draft().reasons());
                    facts.put("consideredSince", returned.draft().considered());
                });
        return beside.line("The council's written procedure", refusals.procedure()).put(facts);
    }

    static void warning(Beside beside, CooperationRefusal open) {
        beside.line("Refused", String.join("; ", open.facts().steps()))
                .line("Warned on", Words.day(open.warnedOn()))
                .line("They had until", Words.day(open.respondBy()))
                .line("Why deliberate", open.facts().whyDeliberate())
                .line("Why unreasonable", open.facts().whyUnreasonable())
                .line("Their circumstances", open.facts().circumstances());
    }

    /** The refused steps by number: their words are too long for a value of a form. */
    private Map<String, String> options(CaseReference reference) {
        Map<String, String> options = new LinkedHashMap<>();
        steps(reference).forEach(step -> options.put("STEP_" + (options.size() + 1), step));
        return options;
    }

    private List<String> steps(CaseReference reference) {
        return refusals.open(reference).map(open -> open.facts().steps()).orElse(List.of());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return stillRefuses(answers) ? refusals.problems(step.caseReference(), draft(step.caseReference(), answers))
                : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (stillRefuses(answers)) {
            refusals.draft(step.caseReference(), draft(step.caseReference(), answers));
        } else {
            refusals.settle(step.caseReference(), answers.code("cooperation", Settled.class),
                    answers.text("settledNotes"));
        }
        return Map.of("stillRefuses", stillRefuses(answers));
    }

    private static boolean stillRefuses(Answers answers) {
        return STILL_REFUSES.equals(answers.text("cooperation"));
    }

    private CooperationNotice.Draft draft(CaseReference reference, Answers answers) {
        Map<String, String> options = options(reference);
        List<String> steps = answers.codes("stillRefused").stream().map(options::get).toList();
        return new CooperationNotice.Draft(steps, answers.text("noticeReasons"), answers.text("consideredSince"),
                answers.code("givenHow", CooperationRefusal.Given.class));
    }
}
