package org.threshold.accommodation;

/**
 * A unit that was free when a search was made, as it was then.
 *
 * @param metres null when not known
 * @param whyNot why it was not used; null for the chosen one and for those that are further away than it
 */
public record Considered(long unitId, String name, String districtName, boolean outside, Integer metres,
                         boolean bedAndBreakfast, String whyNot) {
}
