package org.threshold.process.accommodation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placements;
import org.threshold.process.ForModels;

/** What a model may ask about the keys of a placement. */
@Component
@ForModels("keys")
public class KeysForModels {

    private final ObjectProvider<Placements> placements;

    KeysForModels(ObjectProvider<Placements> placements) {
        this.placements = placements;
    }

    /** Whether the household has the keys: it moved in, whatever came after. */
    @ForModels
    public boolean given(Long placementId) {
        return placements.getObject().get(placementId).startsOn() != null;
    }
}
