package org.threshold.logexport;

/** What cases must have in common to count as alike; who is like too few others is left out. The strictest first. */
public enum Alike {
    SAME_ORDER("The same steps in the same order",
            "The safest, for a file that leaves the council. Long and branching cases are left out."),
    SAME_STEPS("The same steps, in any order and however often",
            "For people outside the service who are bound to keep the file to themselves."),
    SAME_PROCESSES("The same processes",
            "Holds the most cases. A single case can be told by its steps: keep the file within the council.");

    /** Fewer cases than this are never shown as a group. */
    public static final int FEWEST = 5;

    private final String title;
    private final String about;

    Alike(String title, String about) {
        this.title = title;
        this.about = about;
    }

    public String title() {
        return title;
    }

    public String about() {
        return about;
    }
}
