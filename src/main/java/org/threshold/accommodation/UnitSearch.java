package org.threshold.accommodation;

import java.time.Instant;
import java.util.List;

/**
 * The evidence of a search for a unit: what was free that day, nearest first, and why each nearer one was not used.
 *
 * @param need         as it was then; {@link UnitNeed#near} is in {@code measuredTo}
 * @param measuredTo   what the distances were measured to, or null
 * @param considered   those inside the district first, then by distance
 * @param chosenUnitId null when nothing was found
 */
public record UnitSearch(long id, long placementId, Instant madeAt, String madeBy, UnitNeed need, String measuredTo,
                         List<Considered> considered, Long chosenUnitId) {

    public UnitSearch {
        considered = List.copyOf(considered);
    }

    /** Free that day in the council's own district. */
    public long freeInside() {
        return considered.stream().filter(each -> !each.outside()).count();
    }
}
