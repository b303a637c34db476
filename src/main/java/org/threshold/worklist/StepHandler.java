package org.threshold.worklist;

import java.util.List;
import java.util.Map;
import org.threshold.form.FieldError;

/** Checks and records the facts of one form. Each subject implements one for each of its forms. */
public interface StepHandler {

    String formKey();

    /**
     * Facts shown beside the form and used as its initial values and option sources, by form key or 'options.x'. Where
     * they hold {@link org.threshold.form.FormPage#VERSION}, answers that were typed on an older version are refused.
     */
    default Map<String, Object> facts(StepContext step) {
        return Map.of();
    }

    /** Domain rules that the form alone cannot know; empty when all is well. Changes nothing. */
    default List<FieldError> check(StepContext step, Map<String, Object> answers) {
        return List.of();
    }

    /** The rows that a choice adds to the list which its question fills; changes nothing. */
    default List<Map<String, Object>> rowsFor(StepContext step, String question, String choice) {
        return List.of();
    }

    /**
     * Records the answers in the subject's own tables, in the caller's transaction.
     *
     * @return the process variables that gateways, timers and decision tables read
     */
    Map<String, Object> record(StepContext step, Map<String, Object> answers);
}
