package org.threshold.accommodation.step;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placements;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepAside;

/** Beside the steps in which a unit is looked for: the way to everything that is free, with what fits and what does not. */
@Component
class MatchBesideSearch implements StepAside {

    private static final Set<String> FORMS = Set.of("find-unit", "secure-unit");

    private final Placements placements;

    MatchBesideSearch(Placements placements) {
        this.placements = placements;
    }

    @Override
    public Optional<Block> beside(OpenStep step) {
        if (!FORMS.contains(step.formKey())) {
            return Optional.empty();
        }
        return placements.onTheWay(step.caseReference()).map(placement -> new Block("Units for this household",
                List.of("Every unit, with how far it is, whether it fits them, and why not."), "Open the match",
                "/cases/" + step.caseReference() + "/placements/" + placement.id() + "/match"));
    }
}
