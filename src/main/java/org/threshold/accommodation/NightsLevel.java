package org.threshold.accommodation;

/** Who is asked about a household in bed and breakfast, and what, as their nights go by. */
public enum NightsLevel {
    PLAN(21, "task_planWayOut", "The way out was planned"),
    REVIEW(35, "task_reviewWayOut", "The way out was reviewed"),
    SECURE(40, "task_securePlace", "A place for after the limit"),
    ANSWER(42, "task_answerForStay", "The service manager answered for the stay"),
    ACCOUNT(Integer.MAX_VALUE, "task_accountForStay", "The unlawful stay was accounted for");

    private final int from;
    private final String element;
    private final String words;

    NightsLevel(int from, String element, String words) {
        this.from = from;
        this.element = element;
        this.words = words;
    }

    /** Whose question a point of the count is. */
    static NightsLevel of(int point) {
        NightsLevel level = PLAN;
        for (NightsLevel each : values()) {
            level = point >= each.from ? each : level;
        }
        return level;
    }

    /** The step in the process. */
    String element() {
        return element;
    }

    public String words() {
        return words;
    }
}
