package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;

/**
 * All that the count of a household's nights in bed and breakfast follows from.
 *
 * @param stays       of the application, in any order; they may overlap while a move is under way
 * @param commitments of everyone who makes them a family
 * @param youngPeople the days on which the applicant, or their partner, was under 18
 * @param before      what another system had counted, or null
 */
public record NightsFacts(List<Stay> stays, List<FamilyCommitment> commitments, List<Span> youngPeople,
                          BroughtOver before) {

    /**
     * Nights that count towards the limit and of which the days are not known here.
     *
     * @param until the first day that is not among them
     */
    public record BroughtOver(int nights, LocalDate until) {
    }

    /**
     * Nights on end in one unit that was bed and breakfast in them.
     *
     * @param nothingElse whether it is on record that nothing else was available for the household (art 4)
     */
    public record Stay(long placementId, long unitId, Span nights, boolean nothingElse) {
    }
}
