package org.threshold.homelessness;

/**
 * What connects somebody with a district (s199). Whether it is enough is the officer's finding; residence that was not
 * of their own choice, such as in prison, counts for nothing.
 */
public enum LocalConnection {
    NONE("No connection", "s199(1)"),
    RESIDENCE("Lived there by choice", "s199(1)(a)"),
    EMPLOYMENT("Works there", "s199(1)(b)"),
    FAMILY("Close family there", "s199(1)(c)"),
    SPECIAL("Special circumstances", "s199(1)(d)"),
    ASYLUM_SUPPORT("Last asylum support address there", "s199(6)-(7)"),
    CARE_LEAVER("Care leaver of that area", "s199(8)-(11)"),
    NOT_KNOWN("Not known yet", "s184(2)");

    private final String title;
    private final String provision;

    LocalConnection(String title, String provision) {
        this.title = title;
        this.provision = provision;
    }

    public String title() {
        return title;
    }

    public String provision() {
        return provision;
    }

    /** Whether it is a connection, and known to be one. */
    public boolean connects() {
        return this != NONE && this != NOT_KNOWN;
    }
}
