package org.threshold.moveon;

import java.time.LocalDate;

/** A referral to supported housing and how far it is. {@code assessedOn} is null before the assessment. */
public record SupportedReferral(String to, LocalDate on, LocalDate assessedOn, Outcome outcome, String words) {

    public enum Outcome {
        WAITS_FOR_ASSESSMENT("Waits for the assessment"), WAITING_LIST("On the waiting list"),
        PLACE_OFFERED("A place is there"), REFUSED("Refused");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
