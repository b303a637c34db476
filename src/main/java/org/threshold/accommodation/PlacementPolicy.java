package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the council has decided about placing households, from a day on.
 *
 * @param fromDay the first day on which it holds
 * @param words   the text, or where it is published; null for a date only
 */
public record PlacementPolicy(long id, Kind kind, LocalDate fromDay, String title, String words, String by,
                              Instant at) {

    public enum Kind {
        ALLOCATION("Policy for allocating temporary accommodation"),
        PROCUREMENT("Policy for procuring temporary accommodation"),
        SECTION_213AA("Day on which section 213AA is law");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
