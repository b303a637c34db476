package org.threshold.moveon;

import java.time.LocalDate;

/** A bid for a home on the housing register, and what became of it. */
public record Bid(long id, LocalDate on, String property, Result result, String reason) {

    /** WAITING until the result is known. */
    public enum Result {
        WAITING("Waiting"), OFFERED("First: an offer follows"), OUTBID("Went to somebody with more priority"),
        NOT_SUITABLE("Not suitable for them"), NOT_VERIFIED("Their application was not verified"),
        WITHDRAWN("Withdrawn by the landlord or by them");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether somebody has to say why. */
        public boolean needsReason() {
            return this != WAITING && this != OFFERED;
        }
    }
}
