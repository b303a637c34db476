package org.threshold.casefile;

import org.threshold.access.NoSuchCase;

/** No case has this reference. Shown as a page not found. */
public class UnknownCase extends NoSuchCase {

    public UnknownCase(String reference) {
        super(reference);
    }
}
