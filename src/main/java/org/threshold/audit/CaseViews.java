package org.threshold.audit;

/** Records that somebody looked at a case; 'who viewed this case' is answered from it. */
public interface CaseViews {

    /**
     * Appends {@code case.viewed} to the case's chain in a short transaction of its own; call it outside transactions.
     * Does nothing where there is no such case, so that a guessed reference leaves no chain behind.
     *
     * @param what which page, without anything about people: a route's pattern, {@code /cases/{reference}/notes}
     */
    void viewed(String caseReference, String what);
}
