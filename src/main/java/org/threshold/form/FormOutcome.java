package org.threshold.form;

import java.util.List;
import java.util.Map;

/**
 * What a submission says.
 *
 * @param answers   typed answers by key, see {@link FieldKind}; only what was answered, and every checkbox. Complete
 *                  only when there are no errors
 * @param errors    what is wrong, in the order of the page; empty when all is well
 * @param malformed whether it holds something that the page cannot send (an unknown name, a choice not offered):
 *                  a mistake of a program, or an attack
 */
public record FormOutcome(Map<String, Object> answers, List<FieldError> errors, boolean malformed) {

    public boolean valid() {
        return errors.isEmpty();
    }
}
