package org.threshold.accommodation;

import java.time.LocalDate;

/**
 * Nights in which a unit is not free.
 *
 * @param placementId null for a void
 * @param from        the first night
 * @param until       the first night after it; null for an open end
 * @param reason      why it is void, or null
 */
public record UnitStay(long id, long unitId, Long placementId, StayKind kind, LocalDate from, LocalDate until,
                       String reason) {

    public boolean covers(LocalDate night) {
        return !night.isBefore(from) && (until == null || night.isBefore(until));
    }
}
