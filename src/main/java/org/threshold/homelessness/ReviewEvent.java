package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened in a review. Days and words are null where the kind has none.
 *
 * @param until the last day that it sets: for representations, or the longer time that was agreed
 * @param code  a fixed answer, by the kind: {@link Form}, {@link Found} or {@link Court}
 * @param who   the reviewer's username
 */
public record ReviewEvent(long id, long reviewId, Kind kind, LocalDate on, LocalDate until, String code, String who,
                          String words, String by, Instant at) {

    public enum Kind {
        REVIEWER("Reviewer named"), ACKNOWLEDGED("Request acknowledged"), REPRESENTATIONS("Representations"),
        EXAMINED("Looked at again"), MINDED("Minded to decide"),
        MINDED_TO("Told what the reviewer is minded to decide"), HEARING("Heard in person"),
        EXTENDED("Longer time agreed in writing"), IN_TIME("Seen that it is decided in time"),
        OUT_OF_TIME("Not decided in time"), APPEAL("Appeal to the county court"), COURT("The county court decided");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** How representations came (regs 5 and 7). */
    public enum Form {
        WRITTEN("In writing"), SPOKEN("Spoken, and written down by us"),
        HEARING_ASKED("They ask to be heard in person"), NOTHING_MORE("They have nothing more to say");

        private final String title;

        Form(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What the reviewer found of the original decision (reg 7(2)). */
    public enum Found {
        NOT_DEFICIENT("No deficiency or irregularity"), DEFICIENT_FOR("Deficient, and minded to decide for them"),
        DEFICIENT_AGAINST("Deficient, and minded to decide against them all the same");

        private final String title;

        Found(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What the court did with the decision on review (s204(3)). */
    public enum Court {
        DISMISSED("Appeal dismissed: the decision on review stands"), QUASHED("Decision on review quashed"),
        VARIED("Decision on review varied"), WITHDRAWN("Appeal withdrawn");

        private final String title;

        Court(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What its code says, in words; null where it has none. */
    public String answer() {
        return code == null ? null : switch (kind) {
            case REPRESENTATIONS -> Form.valueOf(code).title();
            case EXAMINED -> Found.valueOf(code).title();
            case COURT -> Court.valueOf(code).title();
            default -> null;
        };
    }
}
