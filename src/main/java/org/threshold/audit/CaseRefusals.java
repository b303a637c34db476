package org.threshold.audit;

/** Records that somebody was refused on a case, or asked for one that is not there for them. */
public interface CaseRefusals {

    /**
     * {@code case.refused}, in the case's chain.
     *
     * @param what the request's method and its route's pattern, without anything about people
     */
    void refused(String caseReference, String what);

    /**
     * {@code case.notFound}. Whether the case never was or is hidden from them, the entry stands in the chain of the
     * service and looks the same, takes as long to write and is shown to the same people; the page of the case's record
     * shows it to whoever may see that.
     *
     * @param reference as it was asked for; it must have the shape of a case's reference
     * @param what      the request's method and its route's pattern
     */
    void notFound(String reference, String what);
}
