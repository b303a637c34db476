package org.threshold.moveon;

import java.time.Instant;
import java.time.LocalDate;

/** Something that happened to an offer; never changed. */
public record HomeOfferEvent(long offerId, Kind kind, LocalDate on, String words, String by, Instant at) {

    /** In the order of the chain. */
    public enum Kind {
        DRAFTED("Offer prepared"), CHANGED("Draft changed"), SUITABILITY("Suitability recorded"),
        GATE("Ten points looked at"), AGREED("A second officer agrees to make it"),
        SENT_BACK("A second officer sent it back"), GIVEN("Offer letter given"),
        MORE_TIME("They have more time to consider"), REMINDED("Reminded of the last day"), ACCEPTED("Accepted"),
        REFUSED("Refused"), FOUND_SUITABLE("Looked at again: it is suitable"),
        FOUND_NOT_SUITABLE("Looked at again: it was not right for them"),
        NO_CONSEQUENCE("Nothing follows from the refusal"), WITHDRAWN("Taken back"),
        SET_ASIDE("Does not stand on review");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
