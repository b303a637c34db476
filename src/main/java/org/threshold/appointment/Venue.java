package org.threshold.appointment;

/** Where officer and household are together. Elsewhere than at an office the place itself is not sent to anybody. */
public enum Venue {
    OFFICE("At an office"), HOSPITAL("At a hospital"), REFUGE("At a refuge"), HOME("At their home"),
    UNIT("At the accommodation");

    private final String words;

    Venue(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
