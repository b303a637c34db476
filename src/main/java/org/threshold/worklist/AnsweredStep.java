package org.threshold.worklist;

import java.time.Instant;
import java.util.Map;

/**
 * A completed step with what was answered in it.
 *
 * @param answers by form key, as they were accepted: text, numbers, flags, lists
 */
public record AnsweredStep(String stepId, String name, String processKey, int processVersion, String formKey,
                           String by, Instant at, Map<String, Object> answers) {
}
