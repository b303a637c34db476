package org.threshold.nextaction;

/** What can be proposed. The words are the step's headline; where it is done is said beside it. */
public enum ActionKind {
    PLAN_REVIEW_DUE("Review the plan", "Review the personalised housing plan with the household and change it where"
            + " their situation has changed.", "s189A(9)", "/plan"),
    MOVE_ON_NOT_BEGUN("Begin move-on", "They are owed accommodation until they have a settled home, and nobody has begun"
            + " to look for one with them. Start move-on on its page.", "s193", "/move-on"),
    REGISTER_APPLICATION_MISSING("Help them apply for the housing register", "The main duty runs and no application is"
            + " recorded. Make it with the household, or record why not.", "s166, s193", "/move-on"),
    DUTY_CAN_END("End the duty on the offer", "The offer of a home is settled and the duty goes on. End the duty on that"
            + " offer, or say why it goes on.", "s193(5) to (7AA), s193C", "/end-duty"),
    HOME_AFTER_REVIEW("Decide about their home after the review", "Consider accommodation until an appeal where they ask"
            + " for it. Otherwise begin the leaving on the page of the placement, with reasonable notice.",
            "s188(3), s204(4)", "/accommodation"),
    UNIT_CHECKS_EXPIRE("Have the unit’s checks renewed", "A safety check of the home runs out. Ask the provider for the"
            + " new certificate and record it on the unit.", "s206, s210", "/accommodation"),
    BENEFIT_WAITS("Ask what the benefit claim waits for", "The claim has waited too long. Ask the benefit service, and"
            + " help with what is missing.", "Housing Benefit Regulations 2006 reg 89", "/accommodation"),
    LONG_NIGHTLY_LET("Find a steadier home", "They have been in a nightly let for half a year. Look for a leased unit,"
            + " and say what keeps them from a home of their own.", "s193, s206", "/accommodation"),
    DOCUMENT_EXPIRES("Ask for a new document", "A document of the case runs out. Ask for the new one where it is still"
            + " needed.", "s184", "/documents");

    private final String words;
    private final String help;
    private final String provision;
    private final String where;

    ActionKind(String words, String help, String provision, String where) {
        this.words = words;
        this.help = help;
        this.provision = provision;
        this.where = where;
    }

    public String words() {
        return words;
    }

    public String help() {
        return help;
    }

    public String provision() {
        return provision;
    }

    /** The page below the case on which it is done. */
    public String where() {
        return where;
    }
}
