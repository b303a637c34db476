package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of a personalised housing plan (s189A(4)).
 *
 * @param why    why this version was made
 * @param wishes what the applicant wants to happen; may be null
 */
public record HousingPlan(long id, int version, String why, String wishes, LocalDate reviewOn, List<PlanStep> steps,
                          String recordedBy, Instant recordedAt) {

    public boolean agreed() {
        return steps.stream().allMatch(PlanStep::agreed);
    }

    /** A look at the plan together (s189A(9)); {@code newVersion} is null when nothing changed. */
    public record Review(int planVersion, String notes, Integer newVersion, String recordedBy, Instant recordedAt) {
    }
}
