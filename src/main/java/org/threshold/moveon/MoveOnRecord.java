package org.threshold.moveon;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.ActRecord;
import org.threshold.casefile.Timeline;

/** Who acts and when, and the two records that every use case of this room writes: timeline and audit. */
@Component
class MoveOnRecord extends ActRecord {

    MoveOnRecord(CurrentOfficer officer, Timeline timeline, AuditTrail audit, Clock clock) {
        super(officer, timeline, audit, clock);
    }
}
