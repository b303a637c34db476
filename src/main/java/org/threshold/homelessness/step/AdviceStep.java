package org.threshold.homelessness.step;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.Triages;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Advice where there is no reason to believe; if there is after all, the case goes back to triage. */
@Component
class AdviceStep implements StepHandler {

    private final Triages triages;

    AdviceStep(Triages triages) {
        this.triages = triages;
    }

    @Override
    public String formKey() {
        return "give-advice";
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean reason = answers.yes("reasonToBelieve");
        if (reason) {
            triages.adviceFoundReason(step.caseReference());
        } else {
            triages.advise(step.caseReference(), answers.codes("adviceTopics"), answers.text("adviceGiven"),
                    answers.yes("advicePrinted"));
        }
        return Map.of("reasonToBelieve", reason);
    }
}
