package org.threshold.access;

import java.util.Set;

/**
 * Told, in the same transaction, that other people than before may see a restricted case, so that work on it does not
 * stay with somebody who no longer sees it.
 */
public interface NamesListener {

    /**
     * Called before anything is changed or recorded, so that what {@link #namesChanged} will change is locked in the
     * order in which whoever works on the case locks it: their step first, the record of the case after it.
     */
    default void namesWillChange(String caseReference) {
    }

    /** @param names usernames of all who may see the case now: named, or in an emergency that still lasts */
    void namesChanged(String caseReference, Set<String> names);
}
