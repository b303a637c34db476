package org.threshold.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/** Who acts and when, and the two records that a room's use cases write: timeline and audit. */
public abstract class ActRecord {

    private final CurrentOfficer officer;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Clock clock;

    protected ActRecord(CurrentOfficer officer, Timeline timeline, AuditTrail audit, Clock clock) {
        this.officer = officer;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** The username of whoever acts. */
    public String by() {
        return officer.get().username();
    }

    /** The day by the clock of casework. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The moment by the clock of casework. */
    public Instant now() {
        return clock.instant();
    }

    /** Adds to the case's timeline. */
    public void tell(CaseReference reference, String kind, String headline, String detail) {
        timeline.add(reference, kind, headline, detail);
    }

    /**
     * Adds to the audit.
     *
     * @param reference of the case, or null for what concerns none
     * @param details   ids and codes only: where somebody lives does not belong in the audit
     * @param reason    why, or null
     * @param provision of the law by which it is done, or null
     */
    public void audit(CaseReference reference, String action, String subject, Map<String, String> details,
                      String reason, String provision) {
        audit.record(new AuditEntry(reference == null ? null : reference.value(), action, subject, details, reason,
                provision));
    }
}
