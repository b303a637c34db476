package org.threshold.insight;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The facts that measures read, one row for each thing that happens to a step; written in the step's own commit. */
public interface StepFacts {

    default void record(StepFact fact) {
        recordAll(List.of(fact));
    }

    /** Writes all of them with one statement. */
    void recordAll(Collection<StepFact> facts);

    /** What happened to the steps of a case, in order. */
    List<StepFact> of(String caseReference);

    /**
     * @param event  CREATED, PICKED_UP, PUT_BACK, HANDED_OVER, ON_HOLD, OFF_HOLD, REDATED, COMPLETED, CANCELLED
     * @param by     username, or that of the service
     * @param team   set where the event gives the step to a team: CREATED and HANDED_OVER; otherwise null
     * @param detail new owner, due date or reason code; never personal data; may be null
     */
    record StepFact(String stepId, String caseReference, String processKey, int processVersion, String elementId,
                    String event, Instant at, String by, String team, String detail) {
    }
}
