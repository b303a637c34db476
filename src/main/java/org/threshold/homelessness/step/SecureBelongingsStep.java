package org.threshold.homelessness.step;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.BelongingsKept;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Belongings are brought to safety, listed, and their terms told (s211). */
@Component
class SecureBelongingsStep implements StepHandler {

    private final BelongingsKept belongings;
    private final Clock clock;

    SecureBelongingsStep(BelongingsKept belongings, Clock clock) {
        this.belongings = belongings;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "secure-belongings";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        belongings.running(step.caseReference()).ifPresent(kept -> beside.line("In danger", kept.danger())
                .line("Why they cannot protect them", kept.whyUnable()).line("What it is", kept.what()));
        return beside.put(new HashMap<>());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return BelongingsAnswers.problems(new Answers(values), clock);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        belongings.check(step.caseReference(), BelongingsAnswers.check(answers, clock));
        return Map.of("belongingsCheckOn", BelongingsAnswers.nextCheck(answers));
    }
}
