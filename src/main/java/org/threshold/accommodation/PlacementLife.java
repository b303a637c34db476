package org.threshold.accommodation;

import static org.threshold.accommodation.PlacementStatus.ACCEPTED;
import static org.threshold.accommodation.PlacementStatus.CANCELLED;
import static org.threshold.accommodation.PlacementStatus.ENDED;
import static org.threshold.accommodation.PlacementStatus.EXTENDED;
import static org.threshold.accommodation.PlacementStatus.IN_OCCUPATION;
import static org.threshold.accommodation.PlacementStatus.NOTICE_GIVEN;
import static org.threshold.accommodation.PlacementStatus.NO_SHOW;
import static org.threshold.accommodation.PlacementStatus.OFFERED;
import static org.threshold.accommodation.PlacementStatus.OVERSTAY;
import static org.threshold.accommodation.PlacementStatus.REFUSED;
import static org.threshold.accommodation.PlacementStatus.REQUESTED;
import static org.threshold.accommodation.PlacementStatus.SEARCHING;
import static org.threshold.accommodation.PlacementStatus.SIGNED_UP;
import static org.threshold.accommodation.PlacementStatus.TURNAROUND;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which step of a placement's life may follow which. Moving in and leaving are not here: they have rules of their own.
 * Nothing leads back out of being cancelled.
 */
final class PlacementLife {

    private static final Map<PlacementStatus, Set<PlacementStatus>> AFTER = new EnumMap<>(Map.ofEntries(
            Map.entry(REQUESTED, Set.of(SEARCHING, CANCELLED)),
            Map.entry(SEARCHING, Set.of(OFFERED, CANCELLED)),
            Map.entry(OFFERED, Set.of(SEARCHING, ACCEPTED, REFUSED, CANCELLED)),
            Map.entry(REFUSED, Set.of(SEARCHING, OFFERED, CANCELLED)),
            Map.entry(ACCEPTED, Set.of(SEARCHING, SIGNED_UP, REFUSED, NO_SHOW, CANCELLED)),
            Map.entry(SIGNED_UP, Set.of(SEARCHING, REFUSED, NO_SHOW, CANCELLED)),
            Map.entry(NO_SHOW, Set.of(ACCEPTED, SEARCHING, SIGNED_UP, REFUSED, CANCELLED)),
            Map.entry(CANCELLED, Set.of()),
            Map.entry(IN_OCCUPATION, Set.of(OVERSTAY, NOTICE_GIVEN)),
            Map.entry(EXTENDED, Set.of(IN_OCCUPATION, OVERSTAY, NOTICE_GIVEN)),
            Map.entry(OVERSTAY, Set.of(IN_OCCUPATION, EXTENDED, NOTICE_GIVEN)),
            Map.entry(NOTICE_GIVEN, Set.of(IN_OCCUPATION, EXTENDED, OVERSTAY)),
            Map.entry(ENDED, Set.of(TURNAROUND)),
            Map.entry(TURNAROUND, Set.of(ENDED))));

    private PlacementLife() {
    }

    static boolean mayFollow(PlacementStatus from, PlacementStatus to) {
        return from == to || AFTER.get(from).contains(to);
    }
}
