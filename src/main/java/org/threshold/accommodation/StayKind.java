package org.threshold.accommodation;

/** Why a unit is not free. */
public enum StayKind {
    HELD("Held for a household"), STAY("Lived in"), VOID("Void");

    private final String words;

    StayKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
