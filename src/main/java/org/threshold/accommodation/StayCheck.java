package org.threshold.accommodation;

import java.time.LocalDate;

/**
 * How a household outside the borough was found.
 *
 * @param suitable whether the home is still suitable; null for a welfare call, or where nobody was reached
 * @param done     what was done about it, or null
 * @param planBack how they come back, or null
 * @param nextOn   when suitability is looked at again; null for a welfare call
 */
public record StayCheck(long placementId, Kind kind, LocalDate on, boolean reached, Boolean suitable, String found,
                        String done, String planBack, LocalDate nextOn, String by) {

    /** On this day of a placement suitability is looked at again first, counting the first night's day as 0. */
    public static final int FIRST_RECHECK_AFTER_DAYS = 28;

    public enum Kind {
        WELFARE_CALL("Welfare call"), RECHECK("Suitability looked at again");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
