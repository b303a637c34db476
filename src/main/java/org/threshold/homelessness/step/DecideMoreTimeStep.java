package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Opportunities;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Before a reasonable opportunity ends: more time with reasons, or its end notified in good time (s190(2)(a)). */
@Component
class DecideMoreTimeStep implements StepHandler {

    private final Opportunities opportunities;

    DecideMoreTimeStep(Opportunities opportunities) {
        this.opportunities = opportunities;
    }

    @Override
    public String formKey() {
        return "decide-more-time";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        opportunities.lastDay(step.caseReference()).ifPresent(last -> beside.line("Accommodation until",
                Words.day(last)));
        return beside.put(new HashMap<>());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (!answers.yes("moreTime")) {
            return List.of();
        }
        return opportunities.problem(step.caseReference(), answers.day("newLastDay"))
                .map(why -> List.of(new FieldError("newLastDay", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        opportunities.recordHelp(step.caseReference(), answers.text("helpGiven"));
        if (answers.yes("moreTime")) {
            opportunities.extend(step.caseReference(), answers.day("newLastDay"), answers.text("opportunityReasons"));
        } else {
            opportunities.confirmEnd(step.caseReference(), answers.text("opportunityReasons"));
        }
        return Map.of();
    }
}
