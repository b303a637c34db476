package org.threshold.statistics;

/** What the latest point of an XmR chart says: the first of the two icons of 'Making data count'. */
public enum Variation {
    COMMON_CAUSE("usual variation: nothing has changed"),
    IMPROVEMENT_HIGH("improvement: higher than usual"), IMPROVEMENT_LOW("improvement: lower than usual"),
    CONCERN_HIGH("concern: higher than usual"), CONCERN_LOW("concern: lower than usual"),
    NEUTRAL_HIGH("a change: higher than usual"), NEUTRAL_LOW("a change: lower than usual");

    private final String words;

    Variation(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** What a signal on that side of the average means. */
    public static Variation of(boolean high, Direction direction) {
        return switch (direction) {
            case NEITHER -> high ? NEUTRAL_HIGH : NEUTRAL_LOW;
            case UP_IS_GOOD -> high ? IMPROVEMENT_HIGH : CONCERN_LOW;
            case DOWN_IS_GOOD -> high ? CONCERN_HIGH : IMPROVEMENT_LOW;
        };
    }
}
