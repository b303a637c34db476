package org.threshold.board;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line behind a measure: what is counted, who it is about, and who owns the next move.
 *
 * @param team name of the case's team, or of the step's
 * @param step the next step of the case, the one that is due first; null where none is open
 */
public record NowCase(NowItem item, String applicant, String team, Step step) {

    /**
     * @param owner      name of the officer, or null while nobody holds it
     * @param dueAt      null when it has no date
     * @param remindedOn the last day on which its owner was reminded, or null
     */
    public record Step(String id, String name, String owner, Instant dueAt, LocalDate remindedOn) {
    }
}
