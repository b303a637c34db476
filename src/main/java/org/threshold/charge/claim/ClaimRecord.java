package org.threshold.charge.claim;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.ActRecord;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;

/** Who acts and when, and the two records that every use case of a claim writes: timeline and audit. */
@Component
class ClaimRecord extends ActRecord {

    ClaimRecord(CurrentOfficer officer, Timeline timeline, AuditTrail audit, Clock clock) {
        super(officer, timeline, audit, clock);
    }

    void tell(CaseReference reference, String headline, String detail) {
        tell(reference, "accommodation", headline, detail);
    }

    void audit(BenefitClaim about, String action, Map<String, String> details, String provision) {
        audit(about.caseReference(), action, "claim " + about.id(), details, null, provision);
    }

    void audit(CaseReference reference, String action, String subject, Map<String, String> details, String reason) {
        audit(reference, action, subject, details, reason, null);
    }
}
