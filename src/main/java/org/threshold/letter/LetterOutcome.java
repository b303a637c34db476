package org.threshold.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What became of a letter after it had left the house.
 *
 * @param next what is to be done about it; null where nothing is
 */
public record LetterOutcome(long letterId, Kind kind, LocalDate on, String next, String by, Instant at) {

    /** Each with the ways by which the letter must have left. */
    public enum Kind {
        DELIVERED("They have it", DispatchWay.POSTED, DispatchWay.EMAILED, DispatchWay.HANDED_OVER),
        COLLECTED("They collected it at the office", DispatchWay.KEPT_FOR_COLLECTION),
        RETURNED("It came back undelivered", DispatchWay.POSTED),
        BOUNCED("The e-mail came back", DispatchWay.EMAILED),
        DEEMED_GIVEN("It was kept at the office for a reasonable time: treated as given",
                DispatchWay.KEPT_FOR_COLLECTION);

        private final String words;
        private final Set<DispatchWay> after;

        Kind(String words, DispatchWay... after) {
            this.words = words;
            this.after = Set.of(after);
        }

        public String words() {
            return words;
        }

        /** Whether they have not got it, so that something must be done. */
        public boolean failed() {
            return this == RETURNED || this == BOUNCED;
        }

        boolean mayFollow(List<DispatchWay> ways) {
            return ways.stream().anyMatch(after::contains);
        }
    }
}
