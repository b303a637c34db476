package org.threshold.moveon;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.threshold.homelessness.DutyKind;

/**
 * A household to which a settled home is owed, as the list of a team shows it.
 *
 * @param inOurs       whether they live in temporary accommodation of ours, and not by an arrangement of their own
 * @param begun        whether anybody has begun to look for a home
 * @param owner        username; null where nobody leads them yet
 * @param route        null where none is chosen
 * @param nextReviewOn null where no route is worked
 */
public record MovingOnRow(String caseReference, String applicant, String team, DutyKind duty, LocalDate since,
                          boolean inOurs, boolean begun, String owner, Route route, LocalDate nextReviewOn, int barriers,
                          int barriersOverdue) {

    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(since, today);
    }

    public boolean reviewOverdue(LocalDate today) {
        return nextReviewOn != null && nextReviewOn.isBefore(today);
    }
}
