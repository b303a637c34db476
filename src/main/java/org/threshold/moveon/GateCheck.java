package org.threshold.moveon;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One look at one of the ten points; never changed.
 *
 * @param lookedBy   who looked, an officer or somebody else; null where nobody has
 * @param documentId what proves it; null where words do
 * @param expiresOn  the last day of what proves it; null where it has none
 * @param words      what was seen, or why no document is needed
 */
public record GateCheck(long offerId, GatePoint point, State state, String lookedBy, LocalDate lookedOn,
                        Long documentId, LocalDate expiresOn, String words, String recordedBy, Instant recordedAt) {

    /** What came of it. */
    public enum State {
        IN_ORDER("In order"), NOT_IN_ORDER("Not in order"), NOT_KNOWN("Not known");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What is recorded, before it is kept. */
    public record New(GatePoint point, State state, String lookedBy, LocalDate lookedOn, Long documentId,
                      LocalDate expiresOn, String words) {
    }
}
