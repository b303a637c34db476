package org.threshold.accommodation.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Somebody at the accommodation gave the keys that were released. */
@Component
class ConfirmKeysStep implements StepHandler {

    private final KeysHandedOver keys;

    ConfirmKeysStep(KeysHandedOver keys) {
        this.keys = keys;
    }

    @Override
    public String formKey() {
        return "confirm-keys";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return keys.facts(step);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return keys.check(step, new Answers(values));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        return keys.record(step, new Answers(values), new Answers(values).text("givenBy"));
    }
}
