package org.threshold.worklist;

import java.util.List;
import java.util.Map;
import org.threshold.form.FieldError;

/**
 * Checks of answers by a room that is not the step's own subject, such as the return to government. Asked while an
 * officer types and again when the step is completed, so that both say the same.
 */
public interface AnswerCheck {

    /** What does not fit together in what is answered so far; an answer that is not there is not wrong. */
    default List<FieldError> soFar(StepContext step, Map<String, Object> answers) {
        return List.of();
    }

    /**
     * What the officer is asked before the answers are kept as they are, such as whether an address in them is recorded
     * where letters are addressed from. Ticking that it is all right answers it. Its key is
     * {@link org.threshold.form.FormPage#GO_ON}.
     */
    default List<FieldError> ask(StepContext step, Map<String, Object> answers) {
        return List.of();
    }

    /** What must be known of the case before this step can be completed as answered; empty when nothing is missing. */
    default List<FieldError> gate(StepContext step, Map<String, Object> answers) {
        return List.of();
    }
}
