package org.threshold.casepage.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseStatus;

/** A review can be asked for at any time, on a closed case too, but by nobody on a case that should not be. */
@Component
class ReviewActions implements CaseActions {

    private static final Set<CaseStatus> NOBODY_ASKS = EnumSet.of(CaseStatus.REFERRED, CaseStatus.DECEASED,
            CaseStatus.CREATED_IN_ERROR, CaseStatus.MERGED);

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        if (NOBODY_ASKS.contains(file.status())) {
            return List.of();
        }
        return List.of(new CaseAction(CaseAction.Group.EVENT, 60, "Applicant asks for a review", "/reviews"));
    }
}
