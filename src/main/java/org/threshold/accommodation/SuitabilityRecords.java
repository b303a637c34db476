package org.threshold.accommodation;

import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/** What was recorded about how units suit households. */
public interface SuitabilityRecords {

    /** What is recorded about a unit for a household, before it is kept. */
    record NewSuitability(String space, String affordable, String location, List<Suitability.ForMember> members,
                          Boolean nothingElseAvailable, String nothingElseWords) {
    }

    /** The latest for the unit that is chosen for the placement now; empty while there is none. */
    Optional<Suitability> of(long placementId);

    /** All of a case over all of its placements, oldest first, in one statement for each table. */
    List<Suitability> of(CaseReference reference);

    /** What is missing or cannot be so, as sentences by the field of the form that they belong to; empty when all is well. */
    java.util.Map<String, String> problems(long placementId, NewSuitability typed);

    /** @throws NotPossible with the first of {@link #problems} */
    Suitability record(long placementId, NewSuitability typed);

    /** Whether it has to be said that nothing else was available: the unit is bed and breakfast and children are there. */
    boolean asksForNothingElse(long placementId);
}
