package org.threshold.statistics;

/** Which way a measure should move: 'smaller is better' has to be said, and for demand there is no better. */
public enum Direction {
    UP_IS_GOOD("higher is better"), DOWN_IS_GOOD("lower is better"), NEITHER("neither higher nor lower is better");

    private final String words;

    Direction(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
