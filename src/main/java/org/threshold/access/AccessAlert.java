package org.threshold.access;

import java.time.Instant;

/**
 * What somebody should know about a restricted case.
 *
 * @param id     of the alert
 * @param about  a username, or the reference of another case; what it is depends on the kind
 * @param detail why, or what was found; may be null
 * @param seenAt when they said that they had seen it, or null
 */
public record AccessAlert(long id, String caseReference, Kind kind, String about, String detail, Instant raisedAt,
                          Instant seenAt) {

    /** What an alert tells of. */
    public enum Kind {
        /** Somebody else restricted the case and made them its manager, or passed it on to them. About: who. */
        MADE_MANAGER("You manage a restricted case"),
        /** Somebody opened the case in an emergency. About: who. Detail: why. */
        EMERGENCY_ACCESS("Opened in an emergency"),
        /** Somebody of the case appears in another case too. About: the other case. */
        APPEARS_ELSEWHERE("Somebody of this case appears in another case"),
        /** A step of the case is late and would have come before a team leader. About: the step's name. */
        WORK_IS_LATE("A step of a restricted case is overdue"),
        /** Whoever managed the case is no longer there. About: who that was. */
        WITHOUT_MANAGER("A restricted case has no manager");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public boolean seen() {
        return seenAt != null;
    }
}
