package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;

/** A review can be asked for at any time, on a closed case too. */
@Component
class ReviewActions implements CaseActions {

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        return List.of(new CaseAction(CaseAction.Group.EVENT, 60, "Applicant asks for a review", "/reviews"));
    }
}
