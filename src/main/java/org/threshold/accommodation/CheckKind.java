package org.threshold.accommodation;

/** What must be in order before anybody lives in a unit. */
public enum CheckKind {
    GAS("Gas safety record"), ELECTRICITY("Electrical safety report"), EPC("Energy performance certificate"),
    LICENCE("Licence of a house in multiple occupation");

    private final String words;

    CheckKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
