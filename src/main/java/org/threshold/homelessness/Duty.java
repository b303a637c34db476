package org.threshold.homelessness;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * A duty owed on a case. {@code endedOn} and {@code endReason} are null while it is owed.
 *
 * @param startedOn the day on which the council was satisfied that it is owed: day 1 of its clock
 */
public record Duty(long id, CaseReference caseReference, DutyKind kind, LocalDate startedOn, LocalDate endedOn,
                   EndReason endReason) {

    public boolean running() {
        return endedOn == null;
    }
}
