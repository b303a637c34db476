package org.threshold.moveon;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * Something that stands in the way of a settled home, with whoever sees to it.
 *
 * @param team       the team whose it is
 * @param owner      the officer of whom it is asked; null where it is asked of the team
 * @param dueOn      the day by which it is to be gone
 * @param chased     how often it was looked after past its day
 * @param resolvedOn null while it stands
 */
public record Barrier(long id, long moveOnId, CaseReference caseReference, BarrierKind kind, String words, String team,
                      String owner, LocalDate dueOn, LocalDate recordedOn, int chased, LocalDate resolvedOn,
                      String resolvedHow) {

    public boolean stands() {
        return resolvedOn == null;
    }

    public boolean overdue(LocalDate today) {
        return stands() && dueOn.isBefore(today);
    }

    /** A barrier as it is found. */
    public record New(BarrierKind kind, String words, Owner owner, LocalDate dueOn) {
    }

    /** A team, and the officer in it who is asked; {@code officer} is null where the team is. */
    public record Owner(String team, String officer) {
    }
}
