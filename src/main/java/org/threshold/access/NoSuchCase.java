package org.threshold.access;

import java.util.NoSuchElementException;

/**
 * There is no such case for whoever asks. A case that is hidden from them and a case that never was give the same
 * answer, so that nobody learns from it which of the two it is.
 */
public class NoSuchCase extends NoSuchElementException {

    public NoSuchCase(String reference) {
        super("There is no case with the reference " + reference);
    }
}
