package org.threshold.accommodation;

import java.time.LocalDate;

/**
 * A room, flat or house that the council can use as temporary accommodation.
 *
 * @param district    ONS code of the district in which it stands
 * @param bedrooms    0 for a bedsit or a hotel room
 * @param holds       how many people it may hold
 * @param place       null where its coordinates are not known
 * @param withdrawnOn the day from which the council does not use it any more, or null
 */
public record Unit(long id, String name, String address, String postcode, String district, long providerId, Kind kind,
                   Facilities facilities, int bedrooms, int holds, boolean stepFree, String adaptations, Rate rate,
                   Place place, LocalDate withdrawnOn, int version) {

    /** Two types of the return to government by name. */
    public static final String BED_AND_BREAKFAST = "BB_SHARED_ANNEXE";
    public static final String NIGHTLY = "NIGHTLY_PRIVATE_SELF_CONTAINED";

    /** What the provider offers it as: MHCLG's types without bed and breakfast, which follows from the facts. */
    public enum Kind {
        NIGHTLY_PAID("Nightly paid, privately managed"), HOSTEL_REFUGE("Hostel or refuge"),
        PRIVATE_LEASED("Leased from a private landlord"),
        COUNCIL_OR_HOUSING_ASSOCIATION("Council or housing association stock"), OTHER("Other");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** The type as the return to government names it, where it is no bed and breakfast. */
        public String returnType() {
            return switch (this) {
                case NIGHTLY_PAID -> NIGHTLY;
                case HOSTEL_REFUGE -> "HOSTEL_REFUGE";
                case PRIVATE_LEASED -> "PSL_LEASED";
                case COUNCIL_OR_HOUSING_ASSOCIATION -> "LA_HA_STOCK";
                case OTHER -> "OTHER";
            };
        }
    }

    /** In degrees, WGS 84. */
    public record Place(double latitude, double longitude) {
    }

    public boolean bedAndBreakfast() {
        return facilities.bedAndBreakfast();
    }

    /** The type as the return to government names it (H-CLIC, temporary accommodation). */
    public String returnType() {
        return returnType(facilities);
    }

    /** The same with what it had on another day. */
    public String returnType(Facilities then) {
        return returnType(kind, then);
    }

    /** The same of any unit. */
    public static String returnType(Kind kind, Facilities then) {
        return then.bedAndBreakfast() ? BED_AND_BREAKFAST : kind.returnType();
    }
}
