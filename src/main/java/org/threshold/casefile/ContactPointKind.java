package org.threshold.casefile;

/** What a contact point is for. At most one of {@link #LETTERS} and {@link #CARE_OF} holds for a person on a day. */
public enum ContactPointKind {
    STAYING("Where they stay"),
    LETTERS("For letters only"),
    CARE_OF("Care of somebody"),
    PHONE("Telephone"),
    EMAIL("Email");

    private final String title;

    ContactPointKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean isAddress() {
        return this == STAYING || isForLetters();
    }

    /** Where letters go before they go to where the person stays. */
    public boolean isForLetters() {
        return this == LETTERS || this == CARE_OF;
    }
}
