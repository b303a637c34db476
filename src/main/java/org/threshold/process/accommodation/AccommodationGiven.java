package org.threshold.process.accommodation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.LastingFacts;

/** Who has had the keys to a place of ours has charges and nights there, whatever becomes of the case. */
@Component
class AccommodationGiven implements LastingFacts {

    private final Placements placements;

    AccommodationGiven(Placements placements) {
        this.placements = placements;
    }

    @Override
    public Optional<String> of(CaseReference reference) {
        return placements.of(reference).stream().anyMatch(each -> each.startsOn() != null)
                ? Optional.of("Accommodation was arranged on this case, so it cannot count as created in error.")
                : Optional.empty();
    }
}
