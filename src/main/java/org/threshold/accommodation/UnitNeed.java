package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;

/**
 * What a household needs.
 *
 * @param from             the first night
 * @param people           who must have a bed; an expected child is not among them yet
 * @param bedrooms         see {@link Bedrooms}
 * @param adaptations      what must be adapted, in words, or null
 * @param familyCommitment a dependent child or somebody pregnant (SI 2003/3326 art 2)
 * @param under18          the applicant or their partner is under 18: no bed and breakfast, even in an emergency
 * @param near             the schools of the children, to be near to; empty when none is known
 */
public record UnitNeed(LocalDate from, int people, int bedrooms, boolean stepFree, String adaptations,
                       boolean familyCommitment, boolean under18, List<NamedPlace> near) {

    public UnitNeed {
        near = List.copyOf(near);
    }

    /** The same with what an officer knows better. */
    public UnitNeed with(int otherBedrooms, boolean otherStepFree, String otherAdaptations) {
        return new UnitNeed(from, people, otherBedrooms, otherStepFree, otherAdaptations, familyCommitment, under18,
                near);
    }
}
