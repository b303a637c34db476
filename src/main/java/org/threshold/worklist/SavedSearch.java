package org.threshold.worklist;

/** @param query the filter and the order as they stand in an address; never a name or a date of birth */
public record SavedSearch(long id, String name, StepList list, String query) {
}
