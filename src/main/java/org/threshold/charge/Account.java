package org.threshold.charge;

import java.time.LocalDate;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.casefile.CaseReference;

/**
 * The charge account of a placement. It lives on after the household has left, until nothing is owed either way.
 *
 * @param startsOn   the first night; null until the keys are given
 * @param endedOn    the day on which they left; null while they are there
 * @param openedFrom nights before this day were charged in another system; null where there was none
 */
public record Account(long id, long placementId, CaseReference caseReference, Long unitId, LocalDate startsOn,
                      LocalDate endedOn, PlacementEnd endReason, LocalDate openedFrom) {

    /** Under which the household pays. */
    public String number() {
        return AccountNumber.of(id);
    }

    public boolean ended() {
        return endedOn != null;
    }

    /** The first night to be charged here, or null when there is none. */
    LocalDate chargedFrom() {
        return openedFrom == null || startsOn != null && startsOn.isAfter(openedFrom) ? startsOn
                : startsOn == null ? null : openedFrom;
    }

    /** The day after the last night to be charged before a day: nights are charged when they have been spent. */
    LocalDate chargedUntil(LocalDate today) {
        if (endReason == PlacementEnd.NOT_OCCUPIED) {
            return startsOn;
        }
        return endedOn == null || endedOn.isAfter(today) ? today : endedOn;
    }
}
