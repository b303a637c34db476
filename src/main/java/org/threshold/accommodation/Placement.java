package org.threshold.accommodation;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * One household in one unit, from the request on.
 *
 * @param unitId        null until a unit was found
 * @param startsOn      the first night; null until the keys are given
 * @param expectedUntil the day on which they are expected to leave; null when that is open
 * @param endedOn       the day on which they left, which is no night of theirs any more; null while they are there
 * @param endReason     null while {@code endedOn} is
 * @param movedFrom     the placement that this one follows within temporary accommodation; null when there is none
 * @param version       grows with each change
 */
public record Placement(long id, CaseReference caseReference, AccommodationFunction function, PlacementStatus status,
                        Long unitId, LocalDate startsOn, LocalDate expectedUntil, LocalDate endedOn,
                        PlacementEnd endReason, Long movedFrom, int version) {

    /** Whether the household has the keys. */
    public boolean livedIn() {
        return PlacementStatus.LIVED_IN.contains(status);
    }

    public boolean onTheWay() {
        return PlacementStatus.ON_THE_WAY.contains(status);
    }

    /** Whether the night that begins on this day was or is spent there; an open end goes on. */
    public boolean covers(LocalDate night) {
        return startsOn != null && !night.isBefore(startsOn) && (endedOn == null || night.isBefore(endedOn));
    }
}
