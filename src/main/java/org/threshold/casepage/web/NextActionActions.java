package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.nextaction.NextActions;

/** Says on the overview that the facts of the case ask for something. */
@Component
class NextActionActions implements CaseActions {

    private final NextActions actions;

    NextActionActions(NextActions actions) {
        this.actions = actions;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        int proposed = actions.proposed(file.reference()).size();
        return List.of(proposed == 0
                ? new CaseAction(Group.RECORD, 90, "Next actions proposed before", "/next-actions")
                : new CaseAction(Group.EVERYDAY, 5, proposed == 1 ? "A next action is proposed"
                        : proposed + " next actions are proposed", "/next-actions", true));
    }
}
