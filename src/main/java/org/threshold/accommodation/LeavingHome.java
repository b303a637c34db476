package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.CaseReference;

/**
 * A household that is to leave a placement, or has left it.
 *
 * @param leaveBy  the last day on which they may stay, as it stands now
 * @param closedAs null while it goes on
 * @param notes    oldest first
 */
public record LeavingHome(long id, long placementId, CaseReference caseReference, PlacementEnd reason,
                          LocalDate leaveBy, String begunBy, Instant begunAt, LocalDate closedOn, Closed closedAs,
                          List<Note> notes) {

    public LeavingHome {
        notes = List.copyOf(notes);
    }

    public enum Closed { CALLED_OFF, LEFT }

    /** What was done about it. */
    public enum Kind {
        PLANNED("Leaving planned"), TOLD("Told when they leave"), CALLED_OFF("They stay after all"),
        HOME_CLOSED("Benefit and account seen to");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One of them.
     *
     * @param onDay until when they may stay, or when the benefit service was told; may be null
     * @param codes what was found or done besides, such as BELONGINGS
     */
    public record Note(Kind kind, LocalDate onDay, List<String> codes, String words, String by, Instant at) {

        public Note {
            codes = codes == null ? List.of() : List.copyOf(codes);
        }
    }

    public boolean open() {
        return closedAs == null;
    }

    /** Whether they were told in writing by when they leave. */
    public boolean told() {
        return notes.stream().anyMatch(note -> note.kind() == Kind.TOLD);
    }

    /** Whether the council asks them to go because no duty is owed any more, rather than because they move on. */
    public boolean dutyOver() {
        return switch (reason) {
            case PART6_ACCEPTED, PRSO_ACCEPTED, MOVED_TO_OTHER_TA, CEASED_TO_OCCUPY, NOT_OCCUPIED, ABANDONED, DIED ->
                    false;
            default -> true;
        };
    }
}
