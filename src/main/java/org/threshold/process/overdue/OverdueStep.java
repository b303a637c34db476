package org.threshold.process.overdue;

import java.time.Instant;
import java.util.UUID;
import org.threshold.worklist.OverdueBoard.Rung;

/**
 * A step that was not done in time, and how far its ladder has climbed.
 *
 * @param dueAt       when it is due now; later than when it was raised where a team leader has given more time
 * @param lookAgainAt until when the ladder rests after somebody acted, or null
 */
record OverdueStep(UUID id, String stepId, String caseReference, String processKey, String elementId, String stepName,
                   String team, String owner, String lane, Instant dueAt, Instant raisedAt, Rung rung, Instant rungAt,
                   Instant lookAgainAt, Instant endedAt) {
}
