package org.threshold.charge.claim;

import java.util.Set;

/** The life of a claim. That its evidence is overdue is told by the day, and is not kept. */
public enum ClaimStatus {
    NOT_STARTED("Not made yet"), NOT_DUE("No claim is to be made"), SUBMITTED("Submitted"),
    EVIDENCE_REQUESTED("Evidence requested"), COMPLETE("Complete, waits for the decision"),
    AWARDED_FULL("Awarded in full"), AWARDED_PART("Awarded in part"), REFUSED("Refused"), WITHDRAWN("Withdrawn");

    /** Somebody has something to do. */
    public static final Set<ClaimStatus> OPEN = Set.of(NOT_STARTED, SUBMITTED, EVIDENCE_REQUESTED, COMPLETE);

    /** With the benefit office, and not decided. */
    public static final Set<ClaimStatus> UNDECIDED = Set.of(SUBMITTED, EVIDENCE_REQUESTED, COMPLETE);

    private final String words;

    ClaimStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
