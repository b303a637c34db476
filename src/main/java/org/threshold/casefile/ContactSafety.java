package org.threshold.casefile;

/** What the person said about using a contact point. */
public enum ContactSafety {
    SAFE("Safe: they say so"),
    NOT_ASKED("Not asked yet"),
    UNSAFE("Not safe: do not use it");

    private final String title;

    ContactSafety(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
