package org.threshold.document;

/** The very same file is a document of the case already. */
public final class AlreadyThere extends DocumentRefused {

    private final long id;

    AlreadyThere(long id) {
        super("This file is on the case already. Look at the one that is there, or choose another file.");
        this.id = id;
    }

    /** Of the document that is there. */
    public long id() {
        return id;
    }
}
