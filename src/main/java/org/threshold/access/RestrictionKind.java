package org.threshold.access;

/** Why a case is restricted, as it is counted; the reason itself is written out beside it. */
public enum RestrictionKind {

    DOMESTIC_ABUSE("Domestic abuse"),
    STAFF("Somebody who works for the council, or a relative of theirs"),
    OTHER("Another reason");

    private final String title;

    RestrictionKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
