package org.threshold.worklist;

import java.time.Instant;
import org.threshold.casefile.CaseReference;

/** A step that has ended, and who ended it: what an officer reads who was still working on it. */
public record EndedStep(String stepId, CaseReference caseReference, String name, StepEnd how, String by, Instant at) {
}
