package org.threshold.worklist;

/** The orders of a list. Names are no order: a place in it would put a name into an address. */
public enum StepSort {
    URGENCY("Most urgent first"), CLOCK("Statutory clock, soonest last day first"), WAITING("Waiting longest first");

    private final String title;

    StepSort(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
