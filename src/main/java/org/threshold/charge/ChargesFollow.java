package org.threshold.charge;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementListener;

/** Opens the account with the keys, and lets the charges follow what becomes known about the placement. */
@Component
class ChargesFollow implements PlacementListener {

    private final Charging charging;

    ChargesFollow(Charging charging) {
        this.charging = charging;
    }

    /** Nights that were spent already are charged in the next round: a balance brought over may come after the keys. */
    @Override
    public void movedIn(Placement placement) {
        charging.held(List.of(placement.id()));
    }

    @Override
    public void corrected(Placement before, Placement after) {
        charging.agree(List.of(after.id()), "The dates of the placement were corrected");
    }

    @Override
    public void ended(Placement placement) {
        charging.agree(List.of(placement.id()), "The household had left: " + placement.endReason().words());
    }
}
