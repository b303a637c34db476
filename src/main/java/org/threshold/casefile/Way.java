package org.threshold.casefile;

/** How someone can be reached, as {@link Correspondence} is asked. */
public enum Way {
    POST("by post"),
    EMAIL("by e-mail"),
    PHONE("by telephone"),
    TEXT("by text message"),
    VISIT("by a visit to where they stay");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** Completes 'We may reach them …'. */
    public String words() {
        return words;
    }
}
