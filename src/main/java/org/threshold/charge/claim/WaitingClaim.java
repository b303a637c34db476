package org.threshold.charge.claim;

import java.time.LocalDate;

/**
 * A claim that is not settled, and what it waits for.
 *
 * @param reference null where it is not made
 * @param since     the day from which it waits
 * @param by        the day until which; null for the benefit office, which the law gives none but "as soon as it can"
 */
public record WaitingClaim(String caseReference, long placementId, String applicant, String reference,
                           LocalDate firstNight, For waitsFor, LocalDate since, LocalDate by) {

    /** What a claim can wait for. */
    public enum For {
        CLAIM("The claim to be made"), EVIDENCE("Evidence"), DECISION("The decision"), ANSWER("An answer to a refusal");

        private final String words;

        For(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean late(LocalDate today) {
        return by != null && by.isBefore(today);
    }
}
