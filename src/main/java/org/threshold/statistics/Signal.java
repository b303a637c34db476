package org.threshold.statistics;

/** Why a point of an XmR chart is more than the usual variation, in the order in which the first that applies wins. */
public enum Signal {
    NONE("usual variation"),
    OUTSIDE_LIMITS("outside the limits"),
    RUN("one of 7 or more that all rise or all fall"),
    OUTER_THIRD("one of 2 out of 3 near a limit"),
    SHIFT("one of 7 or more on one side of the average");

    private final String words;

    Signal(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
