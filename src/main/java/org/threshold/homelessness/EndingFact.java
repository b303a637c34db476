package org.threshold.homelessness;

import java.time.LocalDate;

/**
 * One fact on which a duty ends, as it stood when the end was proposed.
 *
 * @param words what was found, told or said; null where the day says it all
 * @param on    when; null where no day belongs to it
 * @param by    who found or did it, as a username; null where nobody has to be named
 */
public record EndingFact(Kind kind, String words, LocalDate on, String by) {

    /** What a fact is about, in the order in which a chain is read. */
    public enum Kind {
        WRITTEN_OFFER("Offered in writing"), SAID_FINAL("Told that the offer was final"),
        CONSEQUENCES("Told what refusing could mean"), REVIEW_RIGHT("Told of the right to a review of suitability"),
        TIME("Time to consider until"), ACCEPTED("Accepted"), REFUSED("Refused"),
        RECONSIDERED("Suitability looked at again and found"), LAST_SEEN("Last seen there"),
        VISITS("Visits and calls"), KEYS("Keys"), BELONGINGS("Belongings"),
        ACT("What they did or failed to do"), WHY_DELIBERATE("Why it was deliberate, and it was reasonable to stay"),
        FINDING("What the council is satisfied of"), ATTEMPT("Attempt to reach them"),
        LAST_DAY("Last day of the period"),
        THEIR_WORDS("What the applicant said"), TICKED("Ticked on the earlier form");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static EndingFact of(Kind kind, String words) {
        return new EndingFact(kind, words, null, null);
    }
}
