package org.threshold.audit;

/** What whoever looks has to do with a case; {@code access} knows. */
public interface ViewerRelation {

    /**
     * {@code OWNER}, {@code APPROVER}, {@code TEAM} or {@code NONE}; on a restricted case {@code MANAGER},
     * {@code NAMED} or {@code EMERGENCY} for whoever was let in by name or broke the glass.
     */
    String to(String caseReference);
}
