package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.OutOfHours;
import org.threshold.homelessness.Triages;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The day team completes what a duty officer recorded in the night. */
@Component
class OutOfHoursRecordStep implements StepHandler {

    private final OutOfHours outOfHours;
    private final Triages triages;

    OutOfHoursRecordStep(OutOfHours outOfHours, Triages triages) {
        this.outOfHours = outOfHours;
        this.triages = triages;
    }

    @Override
    public String formKey() {
        return "complete-out-of-hours-record";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        outOfHours.of(step.caseReference()).ifPresent(night -> beside
                .line("What happened", night.whatHappened())
                .line("With them", night.withThem())
                .line("Safe that night", night.safeTonight() ? "Yes" : "No")
                .line("Domestic abuse", night.domesticAbuse() ? "Yes" : "No")
                .line("Why no accommodation was due", night.whyNotDue()));
        triages.interim(step.caseReference()).ifPresent(made -> beside.line("Where they slept",
                made.placed() ? made.address() : made.whyNot()));
        return beside.put(new HashMap<>());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        outOfHours.complete(step.caseReference(), answers.text("recordNotes"));
        return Map.of("arrangementHolds", answers.yes("arrangementHolds"));
    }
}
