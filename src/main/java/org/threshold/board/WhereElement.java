package org.threshold.board;

import java.time.Instant;
import java.util.List;

/**
 * One element, looked at closely.
 *
 * @param figures null where no step was open at it in the period
 * @param buckets the steps completed in the period by how long they took, without gaps from the first bucket on
 * @param oldest  the cases that have been there longest and still are, at most {@link WhereItWaits#OLDEST}
 */
public record WhereElement(WhereAnswer answer, WhereFigures figures, List<Bucket> buckets, List<OldStep> oldest) {

    /**
     * @param from  seconds, inclusive
     * @param until seconds, exclusive; infinite in the last one where longer ones are put together
     */
    public record Bucket(double from, double until, long steps) {
    }

    /**
     * An open step.
     *
     * @param owner  username, null while nobody holds it
     * @param state  WAITING, HELD or ON_HOLD
     * @param reason a {@link org.threshold.worklist.HoldReason}, null while it is not on hold
     */
    public record OldStep(String stepId, String caseReference, String team, String owner, Instant createdAt,
                          Instant dueAt, String state, String reason) {
    }
}
