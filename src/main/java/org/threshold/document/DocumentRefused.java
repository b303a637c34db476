package org.threshold.document;

/** A file, or what was said of it, cannot be taken in. The message is for the officer. */
public class DocumentRefused extends RuntimeException {

    public DocumentRefused(String message) {
        super(message);
    }
}
