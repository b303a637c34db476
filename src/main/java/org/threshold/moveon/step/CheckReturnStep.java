package org.threshold.moveon.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.RouteWork;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Whether they can go back safely (s177), asked before the host is. A 'no' ends the route for good. */
@Component
class CheckReturnStep implements StepHandler {

    private final RouteWork work;
    private final MoveOns moveOns;

    CheckReturnStep(RouteWork work, MoveOns moveOns) {
        this.work = work;
        this.moveOns = moveOns;
    }

    @Override
    public String formKey() {
        return "check-return";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return new Answers(values).yes("returnSafe") ? moveOns.noReturnHome(step.caseReference())
                .map(why -> List.of(new FieldError("returnSafe", why))).orElse(List.of()) : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean safe = answers.yes("returnSafe");
        work.safety(step.caseReference(), safe, answers.text("returnWords"));
        return Map.of("returnSafe", safe, Next.KEY, safe ? Next.GO_ON : "CHANGE");
    }
}
