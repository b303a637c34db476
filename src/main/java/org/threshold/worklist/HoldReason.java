package org.threshold.worklist;

/** Why nobody can move a step on for now. A hold never stops a statutory clock. */
public enum HoldReason {
    APPLICANT("Waiting for the applicant"), DOCUMENTS("Waiting for documents"),
    THIRD_PARTY("Waiting for another organisation"), APPOINTMENT("Waiting for an appointment"),
    OTHER("Another reason");

    private final String title;

    HoldReason(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
