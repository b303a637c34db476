package org.threshold.access;

/** Who vouches for whoever uses an account. */
public enum AccountSource {
    /** A password that Threshold keeps. */
    LOCAL("A password of Threshold’s own"),
    /** The council's own sign-in, by OpenID Connect. */
    PROVIDER("The council’s sign-in"),
    /** Another system, by bearer tokens on the API. */
    PROGRAM("A program, by tokens");

    private final String words;

    AccountSource(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
