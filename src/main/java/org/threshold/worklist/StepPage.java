package org.threshold.worklist;

import java.util.List;

/**
 * A page of a list.
 *
 * @param next     the place where the next page begins, or null on the last page
 * @param previous the place where the page before this one ends, or null on the first page
 */
public record StepPage(List<OpenStep> steps, Place next, Place previous) {

    public static final int SIZE = 25;

    /**
     * A place between two rows of a list: by value, not by number, so that steps that come and go meanwhile neither
     * repeat nor hide a row.
     *
     * @param key    what the list is sorted by, as text: an instant or a day
     * @param before true to read the page that ends here, false for the one that begins here
     */
    public record Place(String key, String stepId, boolean before) {
    }
}
