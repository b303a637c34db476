package org.threshold.audit;

/** The append-only, hash-chained record of decisions and changes; written in the caller's transaction. */
public interface AuditTrail {

    /** In the name of whoever acts in this thread. */
    void record(AuditEntry entry);

    /**
     * In the name of somebody whom the thread does not know, or no longer: for who signs out, and, as
     * {@code threshold}, for who was refused.
     */
    void recordAs(String who, AuditEntry entry);
}
