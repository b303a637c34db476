package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.casepage.web.CaseAction.Group;

/** The pages that ask for the return what no step asks. */
@Component
class ReturnActions implements CaseActions {

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        return List.of(new CaseAction(Group.RECORD, 80, "Record what was done under a duty", "/h-clic/activities"),
                new CaseAction(Group.RECORD, 81, "Record help with support needs", "/h-clic/help"),
                new CaseAction(Group.RECORD, 82, "Put answers for the return right", "/h-clic/answers"));
    }
}
