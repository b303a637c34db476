package org.threshold.appointment;

/** What an appointment is for. */
public enum Purpose {
    SIGN_UP("Sign-up of temporary accommodation"),
    ASSESSMENT("Assessment"),
    PLAN_REVIEW("Review of the personalised housing plan"),
    OTHER("Another matter");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
