package org.threshold.casefile;

/** Asked for the statistics only; nobody has to say. */
public enum Sex {
    FEMALE("Female"), MALE("Male"), OTHER("Other"), NOT_SAID("Not known, or they prefer not to say");

    private final String title;

    Sex(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
