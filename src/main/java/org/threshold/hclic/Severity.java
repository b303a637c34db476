package org.threshold.hclic;

/** How much something that is missing or odd matters. */
public enum Severity {
    /** The return would be refused, or would be wrong. */
    ERROR("Error"),
    /** The return can go without it; nobody has to tell it to be helped. */
    WARNING("Warning");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
