package org.threshold.worklist;

import org.threshold.casefile.CaseReference;

/**
 * The step that a handler is asked about.
 *
 * @param elementId the BPMN element, such as {@code task_recordAssessment}
 */
public record StepContext(String stepId, CaseReference caseReference, String formKey, String processKey,
                          String elementId) {
}
