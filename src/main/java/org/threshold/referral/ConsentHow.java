package org.threshold.referral;

/** How the person agreed to be referred (s213B(2)(a)). */
public enum ConsentHow {
    WRITTEN("In writing"),
    SPOKEN("Spoken, and noted in our record");

    private final String title;

    ConsentHow(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
