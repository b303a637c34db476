package org.threshold.moveon;

import java.time.LocalDate;

/** A barrier that stands, as the list of a team shows it. {@code owner} is null where it is the team's. */
public record BarrierRow(String caseReference, String applicant, BarrierKind kind, String words, String team, String owner,
                         LocalDate dueOn, int chased) {

    /** How many of a kind stand, and how many of them past their day. */
    public record Count(int standing, int overdue) {
    }

    public boolean overdue(LocalDate today) {
        return dueOn.isBefore(today);
    }
}
