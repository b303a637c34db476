package org.threshold.accommodation;

/**
 * Which units to list; null or empty is no matter.
 *
 * @param words    letters of the name, the address or the postcode
 * @param district ONS code
 * @param bedrooms at least so many
 * @param free     only those that nobody has in the first night shown
 * @param bedAndBreakfast only bed and breakfast, or only what is not
 */
public record UnitFilter(String words, String district, Unit.Kind kind, Integer bedrooms, boolean free,
                         boolean stepFree, Boolean bedAndBreakfast, boolean withdrawn) {

    public static final UnitFilter ALL = new UnitFilter("", null, null, null, false, false, null, false);
}
