package org.threshold.process.homelessness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ReviewConsequences;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** A team leader decides what the council does where nobody can take back what a wrong decision did. */
@Component
class PutRightWhatRemainsStep implements StepHandler {

    private final ReviewConsequences consequences;
    private final ObjectProvider<TaskService> tasks;

    PutRightWhatRemainsStep(ReviewConsequences consequences, ObjectProvider<TaskService> tasks) {
        this.consequences = consequences;
        this.tasks = tasks;
    }

    @Override
    public String formKey() {
        return "put-right-what-remains";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("beside", SpeakWithHouseholdStep.beside(consequences, consequences.get(id(step))));
        return facts;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> errors = new ArrayList<>();
        if ("MONEY".equals(answers.text("remedyKind")) && !answers.text("remedyPounds").matches("[0-9]{1,6}([.][0-9]{2})?")) {
            errors.add(new FieldError("remedyPounds", "Enter the money in pounds, such as 350 or 262.50"));
        }
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        String what = switch (answers.text("remedyKind")) {
            case "MONEY" -> "£" + new BigDecimal(answers.text("remedyPounds")).setScale(2).toPlainString() + ". ";
            case "OTHER" -> "Help of another kind. ";
            default -> "An apology alone. ";
        };
        consequences.remedied(id(step), what + answers.text("remedyWords") + " Done by hand: " + answers.text("doneByHand"));
        return Map.of();
    }

    private long id(StepContext step) {
        return (Long) tasks.getObject().getVariable(step.stepId(), ConsequenceDelegates.CONSEQUENCE);
    }
}
