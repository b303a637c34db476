package org.threshold.homelessness;

/** The four questions of a decision under s184, in the order in which they are asked. */
public enum Question {
    HOMELESS("Homeless", "whether they are homeless", "s175 to s178"),
    ELIGIBLE("Eligible", "whether they are eligible", "s185 and s186"),
    PRIORITY_NEED("In priority need", "whether they are in priority need", "s189"),
    INTENTIONAL("Intentionally homeless", "whether they became homeless intentionally", "s191");

    private final String title;
    private final String words;
    private final String provision;

    Question(String title, String words, String provision) {
        this.title = title;
        this.words = words;
        this.provision = provision;
    }

    public String title() {
        return title;
    }

    /** To follow 'has not decided'. */
    public String words() {
        return words;
    }

    public String provision() {
        return provision;
    }
}
