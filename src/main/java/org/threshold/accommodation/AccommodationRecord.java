package org.threshold.accommodation;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.ActRecord;
import org.threshold.casefile.Timeline;

/** Who acts and when, and the two records that every use case of this room writes: timeline and audit. */
@Component
class AccommodationRecord extends ActRecord {

    AccommodationRecord(CurrentOfficer officer, Timeline timeline, AuditTrail audit, Clock clock) {
        super(officer, timeline, audit, clock);
    }

    /** What concerns no case, such as a unit. */
    void audit(String action, String subject, Map<String, String> details, String reason) {
        audit(null, action, subject, details, reason, null);
    }
}
