package org.threshold.charge;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.ActRecord;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;

/** Who acts and when, and the two records that every change of an account is written to: timeline and audit. */
@Component
class ChargeRecord extends ActRecord {

    /** A housing authority may require a person to pay reasonable charges for accommodation that it provides. */
    static final String PROVISION = "s206(2)";

    ChargeRecord(CurrentOfficer officer, Timeline timeline, AuditTrail audit, Clock clock) {
        super(officer, timeline, audit, clock);
    }

    /**
     * @param details  ids, codes and amounts in pence
     * @param reason   why, or null
     * @param headline one sentence for the case's timeline
     */
    void tell(CaseReference reference, String action, Account account, Map<String, String> details, String reason,
              String headline, String detail) {
        tell(reference, "decision", headline, detail);
        audit(reference, action, account.number(), details, reason, PROVISION);
    }

    /** What belongs to no case, such as a file of payments. */
    void audit(String action, String subject, Map<String, String> details) {
        audit(null, action, subject, details, null, null);
    }
}
