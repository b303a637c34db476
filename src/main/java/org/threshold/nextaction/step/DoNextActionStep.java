package org.threshold.nextaction.step;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.nextaction.AnsweredAction;
import org.threshold.nextaction.NextActions;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** What was proposed and accepted is done, or turns out not to be needed. */
@Component
class DoNextActionStep implements StepHandler {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final NextActions actions;
    private final StepVariables variables;

    DoNextActionStep(NextActions actions, StepVariables variables) {
        this.actions = actions;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "do-next-action";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        AnsweredAction action = actions.get(step.caseReference(), id(step));
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("What to do", action.kind().words());
        beside.put("Why", action.detail());
        beside.put("Since or by", DAY.format(action.dueOn()));
        beside.put("How", action.kind().help());
        beside.put("Provision", action.kind().provision());
        return Map.of("beside", beside);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        actions.done(step.caseReference(), id(step), answers.text("actionDone").equals("yes"), answers.text("words"));
        return Map.of();
    }

    private long id(StepContext step) {
        return variables.required(step, "nextActionId");
    }
}
