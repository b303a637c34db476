package org.threshold.casefile;

/** No case has this reference. Shown as a page not found. */
public class UnknownCase extends RuntimeException {

    public UnknownCase(String reference) {
        super("There is no case with the reference " + reference);
    }
}
