package org.threshold.board;

import java.time.LocalDate;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.charge.AccommodationType;

/**
 * A household's stay in temporary accommodation, from its first night there until it sleeps there no more. A move to
 * another placement goes on with the stay, where no more than one night lies between.
 *
 * @param type   of accommodation in which the stay began, as its facilities were then
 * @param leftOn of the last placement; null while they live there
 * @param end    why they left the last placement; null while they live there
 * @param housed whether they had the keys of a new home by the day after they left, whoever let it
 */
public record FlowStay(AccommodationType type, LocalDate firstNight, LocalDate leftOn, PlacementEnd end,
                       boolean housed) {

    /** Who leaves on a later day is still there today. */
    boolean over(LocalDate today) {
        return leftOn != null && !leftOn.isAfter(today);
    }
}
