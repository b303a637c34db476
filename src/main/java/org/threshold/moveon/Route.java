package org.threshold.moveon;

/** The ways by which a settled home is looked for (domain.md E6: how duties end in practice). */
public enum Route {
    HOUSING_REGISTER("Housing register", "Housing Act 1996 Part 6"),
    PRIVATE_RENTED("Private rented", "Housing Act 1996 s193(7AA), SI 2012/2601"),
    SUPPORTED("Supported housing", "Housing Act 1996 s205, s210"),
    RETURN_HOME("Return home", "Housing Act 1996 s177");

    private final String words;
    private final String provision;

    Route(String words, String provision) {
        this.words = words;
        this.provision = provision;
    }

    public String words() {
        return words;
    }

    public String provision() {
        return provision;
    }
}
