package org.threshold.casepage.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.ReviewableDecisions;

/**
 * A review can be asked for at any time, on a closed case too, but by nobody on a case that should not be. What was
 * notified on a case before it was merged can still be reviewed there.
 */
@Component
class ReviewActions implements CaseActions {

    private static final Set<CaseStatus> NOBODY_ASKS = EnumSet.of(CaseStatus.REFERRED, CaseStatus.DECEASED,
            CaseStatus.CREATED_IN_ERROR);

    private final ReviewableDecisions decisions;

    ReviewActions(ReviewableDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        boolean merged = file.status() == CaseStatus.MERGED;
        if (NOBODY_ASKS.contains(file.status()) || merged && decisions.of(file.reference()).isEmpty()) {
            return List.of();
        }
        return List.of(new CaseAction(CaseAction.Group.EVENT, 60, "Applicant asks for a review", "/reviews"));
    }
}
