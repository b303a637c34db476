package org.threshold.board;

import java.time.LocalDate;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/**
 * A duty that was owed to a household.
 *
 * @param endedOn null while it is owed
 * @param reason  null while it is owed
 */
public record FlowDuty(DutyKind kind, LocalDate startedOn, LocalDate endedOn, EndReason reason) {
}
