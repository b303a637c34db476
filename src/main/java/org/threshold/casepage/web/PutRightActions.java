package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.homelessness.ReviewConsequences;

/** Where a decision was overturned, the case says what became of it. */
@Component
class PutRightActions implements CaseActions {

    private final ReviewConsequences consequences;

    PutRightActions(ReviewConsequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        return consequences.of(file.reference()).isEmpty() ? List.of()
                : List.of(new CaseAction(CaseAction.Group.EVENT, 61, "What an overturned decision changed", "/put-right"));
    }
}
