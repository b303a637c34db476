package org.threshold.process.overdue;

import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.threshold.process.ForModels;

/** What the ladder of a late step asks of its record. */
@Component
@ForModels("ladder")
class LadderDates {

    private final Ladders ladders;

    LadderDates(Ladders ladders) {
        this.ladders = ladders;
    }

    /** Until when the ladder rests after somebody acted: the step's new due date, or a fair time for its new owner. */
    @ForModels
    public Date dueOf(String overdueId) {
        OverdueStep step = ladders.get(UUID.fromString(overdueId));
        return Date.from(step.lookAgainAt() == null ? step.dueAt() : step.lookAgainAt());
    }
}
