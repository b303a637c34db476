package org.threshold.accommodation;

import java.time.Instant;

/**
 * An offer of a unit to a household.
 *
 * @param address     null where they were not told it; what has no address and no time was no offer
 * @param availableAt from when they can go there; null where they were not told
 * @param replyBy     until when they were given to answer
 * @param answer      null while it is open, as all that follows
 * @param stillSuitable whether a refused unit was still suitable when their reasons were looked at; null until then
 */
public record Offer(long id, long placementId, long unitId, String address, Instant availableAt, Instant replyBy,
                    Told toldHow, String madeBy, Instant madeAt, Answer answer, String answerWords, Instant answeredAt,
                    String answerTakenBy, Boolean stillSuitable, String reconsideredWords, String reconsideredBy) {

    /** How an offer reached the household. */
    public enum Told {
        IN_PERSON("In person"), PHONE("By telephone"), EMAIL("By e-mail"), LETTER("By letter");

        private final String words;

        Told(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What they said. */
    public enum Answer {
        ACCEPTED("Accepted"), REFUSED("Refused"), NO_ANSWER("Not reached"),
        OWN_ARRANGEMENTS("They need no place any more"), WITHDRAWN("Taken back");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether it can be refused at all: it named an address and a time. */
    public boolean complete() {
        return address != null && availableAt != null;
    }
}
