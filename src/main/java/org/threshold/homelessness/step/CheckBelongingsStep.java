package org.threshold.homelessness.step;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Belongings;
import org.threshold.homelessness.BelongingsKept;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Belongings are looked at again: are they still in danger, and are they well kept (s211, s212)? */
@Component
class CheckBelongingsStep implements StepHandler {

    private final BelongingsKept belongings;
    private final Clock clock;

    CheckBelongingsStep(BelongingsKept belongings, Clock clock) {
        this.belongings = belongings;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "check-belongings";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        Beside beside = new Beside();
        belongings.running(step.caseReference()).ifPresent(kept -> {
            beside.line("In danger", kept.danger()).line("What it is", kept.what());
            belongings.checks(kept).stream().findFirst().ifPresent(last -> BelongingsAnswers.fill(facts, last));
        });
        return beside.put(facts);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Belongings.End end = answers.code("belongingsEnd", Belongings.End.class);
        Optional<String> refusal = end == null ? Optional.empty() : belongings.refusal(step.caseReference(), end);
        return refusal.map(why -> List.of(new FieldError("belongingsEnd", why)))
                .orElseGet(() -> BelongingsAnswers.problems(answers, clock));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (answers.yes("stillProtected")) {
            belongings.check(step.caseReference(), BelongingsAnswers.check(answers, clock));
            return Map.of("stillProtected", true, "belongingsCheckOn", BelongingsAnswers.nextCheck(answers));
        }
        belongings.end(step.caseReference(), answers.code("belongingsEnd", Belongings.End.class),
                answers.text("endWords"));
        return Map.of("stillProtected", false);
    }
}
