package org.threshold.casefile;

/** How a household reached the council. */
public enum Channel {
    DESK("At the desk"),
    PHONE("By phone"),
    WEB("Online form"),
    EMAIL("By email or letter"),
    PUBLIC_BODY_REFERRAL("Referred by a public body (duty to refer)"),
    AGENCY_REFERRAL("Referred by another agency"),
    OTHER_AUTHORITY("Referred by another council (local connection)"),
    OUT_OF_HOURS("Out-of-hours service");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
