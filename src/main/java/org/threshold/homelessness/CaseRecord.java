package org.threshold.homelessness;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.ActRecord;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;

/** Who acts and when, and the two records that every use case of this room writes: timeline and audit. */
@Component
class CaseRecord extends ActRecord {

    CaseRecord(CurrentOfficer officer, Timeline timeline, AuditTrail audit, Clock clock) {
        super(officer, timeline, audit, clock);
    }

    /** Those facts and these, pair by pair. */
    static Map<String, String> with(Map<String, String> facts, String... pairs) {
        Map<String, String> all = new TreeMap<>(facts);
        for (int at = 0; at < pairs.length; at += 2) {
            all.put(pairs[at], pairs[at + 1]);
        }
        return all;
    }

    void audit(CaseReference reference, String action, Object subject, Map<String, String> details, String provision) {
        audit(reference, action, String.valueOf(subject), details, null, provision);
    }

    void audit(CaseReference reference, String action, Object subject, Map<String, String> details, String reason,
               String provision) {
        audit(reference, action, String.valueOf(subject), details, reason, provision);
    }
}
