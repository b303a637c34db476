package org.threshold.letter;

/** How a letter left the house. */
public enum DispatchWay {
    POSTED("Posted"),
    HANDED_OVER("Handed over"),
    EMAILED("E-mailed");

    private final String title;

    DispatchWay(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
