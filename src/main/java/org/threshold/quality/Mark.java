package org.threshold.quality;

/** What an auditor says of one part of the work. */
public enum Mark {
    AS_IT_SHOULD_BE("As it should be", 100), SMALL_FAULTS("Small faults", 60), SERIOUS_FAULT("Serious fault", 0),
    NOT_PART("Not part of this case", null);

    private final String words;
    private final Integer points;

    Mark(String words, Integer points) {
        this.words = words;
        this.points = points;
    }

    public String words() {
        return words;
    }

    /** Of 100; null where it does not count. */
    public Integer points() {
        return points;
    }

    /** Whether it must be said what is wrong. */
    public boolean isFault() {
        return this == SMALL_FAULTS || this == SERIOUS_FAULT;
    }
}
