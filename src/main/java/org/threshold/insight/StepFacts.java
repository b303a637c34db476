package org.threshold.insight;

import java.time.Instant;

/** The facts that measures read, one row for each thing that happens to a step; written in the step's own commit. */
public interface StepFacts {

    void record(StepFact fact);

    /**
     * @param event  CREATED, PICKED_UP, PUT_BACK, HANDED_OVER, ON_HOLD, OFF_HOLD, REDATED, COMPLETED, CANCELLED
     * @param detail new owner, team, due date or reason code; never personal data; may be null
     */
    record StepFact(String stepId, String caseReference, String processKey, int processVersion, String elementId,
                    String event, Instant at, String by, String team, String detail) {
    }
}
