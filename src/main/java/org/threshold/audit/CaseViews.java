package org.threshold.audit;

/**
 * Records that somebody looked at a case; 'who viewed this case' is answered from it, with what they had to do with the
 * case at that moment. Call it outside transactions. It does nothing where there is no such case, so that a guessed
 * reference leaves no chain behind.
 */
public interface CaseViews {

    /**
     * A page of the case: {@code case.viewed}.
     *
     * @param what which page, without anything about people: a route's pattern, {@code /cases/{reference}/notes}
     */
    void viewed(String caseReference, String what);

    /** The page of one step: {@code step.viewed}. */
    void stepViewed(String caseReference, String stepId);

    /** A letter as it was written: {@code letter.viewed}. */
    void letterViewed(String caseReference, long letter);

    /** What is known of a document: {@code document.viewed}. */
    void documentViewed(String caseReference, long document);

    /** The file of a document, taken out: {@code documentFile.viewed}. */
    void documentFileViewed(String caseReference, long document);
}
