package org.threshold.document;

/** What is known about viruses in a document. */
public enum ScanState {
    /** The council has set no scanner. */
    NOT_SCANNED("Not scanned for viruses"),
    /** The scanner has not answered yet; nobody opens it until then. */
    WAITING("Waiting for the virus scan"),
    CLEAN("No virus found"),
    /** Kept away from everybody, for good. */
    INFECTED("Virus found");

    private final String title;

    ScanState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean opens() {
        return this == NOT_SCANNED || this == CLEAN;
    }
}
