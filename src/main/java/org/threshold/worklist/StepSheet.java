package org.threshold.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.threshold.form.FormDefinition;

/**
 * A step with what its page needs.
 *
 * @param form    null when the step asks nothing
 * @param facts   what its subject says of the case, by name
 * @param typed   the officer's draft as the browser sent it, by field name; null when there is none
 * @param savedAt when the draft was saved; null when there is none
 */
public record StepSheet(OpenStep step, FormDefinition form, Map<String, Object> facts,
                        Map<String, List<String>> typed, Instant savedAt) {
}
