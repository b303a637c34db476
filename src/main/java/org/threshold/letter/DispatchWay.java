package org.threshold.letter;

/** How a letter left the house. */
public enum DispatchWay {
    POSTED("Posted"),
    HANDED_OVER("Handed over"),
    EMAILED("E-mailed"),
    /** For its reader to collect: treated as given once it has been there for a reasonable time (s184(6), s193B(8)). */
    KEPT_FOR_COLLECTION("Kept at the office to be collected");

    private final String title;

    DispatchWay(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
