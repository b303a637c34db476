package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.OutsideRecords;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.SecondAnswer;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** A manager approves a home outside the borough, or returns the record with reasons. */
@Component
class ApproveOutsideStep implements StepHandler {

    private final OutsideRecords records;
    private final OutsideFacts facts;
    private final StepVariables variables;

    ApproveOutsideStep(OutsideRecords records, OutsideFacts facts, StepVariables variables) {
        this.records = records;
        this.facts = facts;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "approve-outside";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> all = new HashMap<>();
        all.put("beside", facts.record(placement(step)));
        return all;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        long placement = placement(step);
        return SecondAnswer.check("approved", new Answers(values).yes("approved"), records.refusal(placement),
                () -> records.mayTakeBack(placement), () -> records.outdated(placement));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean approved = answers.yes("approved");
        long placement = placement(step);
        if (!approved && records.refusal(placement).isPresent() && records.mayTakeBack(placement)) {
            records.takeBack(placement, answers.text("comments"));
        } else {
            records.answer(placement, approved, answers.text("comments"));
        }
        return Map.of(RecordOutsideStep.APPROVED, approved);
    }

    private long placement(StepContext step) {
        return variables.required(step, "placementId");
    }
}
