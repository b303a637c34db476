package org.threshold.quality;

import java.util.List;
import org.threshold.casefile.CaseReference;

/**
 * A case that could be drawn.
 *
 * @param drawnLately whether it was drawn in the last six months: then not again at random
 */
public record Candidate(CaseReference reference, List<RiskReason> reasons, boolean drawnLately) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }

    public int points() {
        return RiskReason.points(reasons);
    }
}
