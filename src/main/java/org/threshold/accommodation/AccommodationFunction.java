package org.threshold.accommodation;

/** Under which function of Part 7 of the Housing Act 1996 accommodation is secured. */
public enum AccommodationFunction {
    INTERIM("s188(1)", "Interim accommodation, while we make inquiries", false),
    PENDING_REVIEW("s188(3)", "Accommodation until the review is decided", false),
    RELIEF_POWER("s189B(2)", "Accommodation as help to relieve homelessness", true),
    INTENTIONAL("s190(2)(a)", "Accommodation to give a reasonable opportunity to find a home", true),
    MAIN("s193(2)", "Accommodation under the main housing duty", true),
    NON_COOPERATION("s193C(4)", "Accommodation after a refusal to co-operate", true),
    REFERRED("s199A, s200(1)", "Accommodation until a referral to another council is decided", false),
    PENDING_APPEAL("s204(4)", "Accommodation until the appeal is decided", false);

    private final String provision;
    private final String words;
    private final boolean reviewable;

    AccommodationFunction(String provision, String words, boolean reviewable) {
        this.provision = provision;
        this.words = words;
        this.reviewable = reviewable;
    }

    /** The section of the Housing Act 1996. */
    public String provision() {
        return provision;
    }

    /** The same after the word 'section', such as 188(1). */
    public String section() {
        return provision.replace("s", "");
    }

    public String words() {
        return words;
    }

    /** Whether its suitability can be reviewed under s202(1)(f); otherwise only the court can be asked. */
    public boolean reviewable() {
        return reviewable;
    }
}
