package org.threshold.accommodation;

/**
 * A school or another place that a household goes to.
 *
 * @param postcode null when not known
 * @param place    null where its coordinates are not known
 */
public record NamedPlace(long id, String name, String postcode, Unit.Place place, int version) {
}
