package org.threshold.casefile;

/** How someone prefers to be contacted. */
public enum ContactMethod {
    PHONE("Phone call"),
    TEXT("Text message"),
    EMAIL("Email"),
    LETTER("Letter"),
    IN_PERSON("In person, at an office"),
    THROUGH_SOMEONE("Through a support worker or friend");

    private final String title;

    ContactMethod(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
