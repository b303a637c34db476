package org.threshold.casefile;

import java.util.NoSuchElementException;

/** No case has this reference. Shown as a page not found. */
public class UnknownCase extends NoSuchElementException {

    public UnknownCase(String reference) {
        super("There is no case with the reference " + reference);
    }
}
