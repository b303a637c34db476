package org.threshold.worklist;

/** Why nobody can move a step on for now. A hold never stops a statutory clock. */
public enum HoldReason {
    APPLICANT("Waiting for the applicant", WaitsFor.APPLICANT),
    DOCUMENTS("Waiting for documents", WaitsFor.APPLICANT),
    THIRD_PARTY("Waiting for another organisation", WaitsFor.THIRD_PARTY),
    APPOINTMENT("Waiting for an appointment", WaitsFor.OTHER), OTHER("Another reason", WaitsFor.OTHER);

    /** Whom the wait is put down to. An appointment is waited for by both sides. */
    public enum WaitsFor { APPLICANT, THIRD_PARTY, OTHER }

    private final String title;
    private final WaitsFor waitsFor;

    HoldReason(String title, WaitsFor waitsFor) {
        this.title = title;
        this.waitsFor = waitsFor;
    }

    public WaitsFor waitsFor() {
        return waitsFor;
    }

    public String title() {
        return title;
    }
}
