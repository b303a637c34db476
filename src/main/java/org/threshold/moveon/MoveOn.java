package org.threshold.moveon;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.DutyKind;

/**
 * The way of a household to a settled home, under the duty that it serves.
 *
 * @param owner        username of whoever leads them; null until somebody has looked
 * @param route        null until one is chosen
 * @param nextReviewOn the day of the next review; null while no route is worked
 * @param end          null while it goes on
 */
public record MoveOn(long id, CaseReference caseReference, DutyKind duty, LocalDate startedOn, String owner, Route route,
                     LocalDate nextReviewOn, LocalDate endedOn, End end, Long offerId) {

    /** How it came to an end, which is what the process of the duty reads. */
    public enum End {
        HOME_ACCEPTED("A settled home was accepted"), OFFER_REFUSED("An offer was refused, and the refusal stands"),
        DUTY_ENDED("The duty ended in another way");

        private final String words;

        End(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
