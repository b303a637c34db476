package org.threshold.charge.claim;

import java.time.Instant;
import java.util.Map;

/**
 * A file that went to the benefit system or came from it.
 *
 * @param out     whether it went there
 * @param lines how many lines had each outcome, of the cases that whoever asks may know of
 */
public record BenefitFile(long id, boolean out, Instant madeAt, String madeBy, String fingerprint,
                          Map<Outcome, Integer> lines) {

    /** What became of a line. */
    public enum Outcome {
        HANDED_OVER("Handed over"), TAKEN("Taken"), KNOWN("Known already"), NOT_MATCHED("Not matched"),
        WRONG("Wrong");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public int of(Outcome outcome) {
        return lines.getOrDefault(outcome, 0);
    }

    public int all() {
        return lines.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * One line.
     *
     * @param caseReference null where it was not matched
     * @param placementId   null where it was not matched
     * @param key           the id of the line or of the record
     * @param content       the line that was handed over; null for one that came in
     * @param words         why it was not taken; null otherwise
     */
    public record Line(int number, String caseReference, Long placementId, String key, String content, Outcome outcome,
                       String words) {
    }
}
