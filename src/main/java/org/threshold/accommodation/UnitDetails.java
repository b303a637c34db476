package org.threshold.accommodation;

import org.threshold.casefile.Postcode;
import org.threshold.casefile.Texts;

/**
 * What is entered of a unit, besides what it has and what it costs, which hold from a date.
 *
 * @param district    ONS code
 * @param adaptations what has been adapted, or null
 * @param place       null where its coordinates are not known
 */
public record UnitDetails(String name, String address, String postcode, String district, long providerId,
                          Unit.Kind kind, int bedrooms, int holds, boolean stepFree, String adaptations,
                          Unit.Place place) {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_ADDRESS = 300;
    public static final int LONGEST_ADAPTATIONS = 500;
    public static final int MOST_BEDROOMS = 20;
    public static final int MOST_PEOPLE = 40;

    /** @throws IllegalArgumentException in words to whoever entered it */
    public UnitDetails {
        name = Texts.required(name, LONGEST_NAME, "The name");
        address = Texts.required(address, LONGEST_ADDRESS, "The address");
        postcode = new Postcode(postcode).value();
        adaptations = Texts.optional(adaptations, LONGEST_ADAPTATIONS, "The adaptations");
        if (bedrooms < 0 || bedrooms > MOST_BEDROOMS) {
            throw new IllegalArgumentException("The number of bedrooms must be between 0 and " + MOST_BEDROOMS);
        }
        if (holds < 1 || holds > MOST_PEOPLE) {
            throw new IllegalArgumentException("The number of people must be between 1 and " + MOST_PEOPLE);
        }
    }
}
