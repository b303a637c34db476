package org.threshold.audit;

/** The append-only, hash-chained record of decisions and changes; written in the caller's transaction. */
public interface AuditTrail {

    void record(AuditEntry entry);
}
