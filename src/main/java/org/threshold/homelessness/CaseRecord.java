package org.threshold.homelessness;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;

/** Who acts and when, and the two records that every use case of this room writes: timeline and audit. */
@Component
class CaseRecord {

    private final CurrentOfficer officer;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Clock clock;

    CaseRecord(CurrentOfficer officer, Timeline timeline, AuditTrail audit, Clock clock) {
        this.officer = officer;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** The username of whoever acts. */
    String caseworker() {
        return officer.get().username();
    }

    /** Those facts and these, pair by pair. */
    static Map<String, String> with(Map<String, String> facts, String... pairs) {
        Map<String, String> all = new TreeMap<>(facts);
        for (int at = 0; at < pairs.length; at += 2) {
            all.put(pairs[at], pairs[at + 1]);
        }
        return all;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    void tell(CaseReference reference, String kind, String headline, String detail) {
        timeline.add(reference, kind, headline, detail);
    }

    void audit(CaseReference reference, String action, Object subject, Map<String, String> details, String provision) {
        audit.record(new AuditEntry(reference.value(), action, String.valueOf(subject), details, null, provision));
    }

    void audit(CaseReference reference, String action, Object subject, Map<String, String> details, String reason,
               String provision) {
        audit.record(new AuditEntry(reference.value(), action, String.valueOf(subject), details, reason, provision));
    }
}
