package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.moveon.MoveOns;

/** The way to a settled home, where one goes on or can begin. */
@Component
class MoveOnActions implements CaseActions {

    private final MoveOns moveOns;

    MoveOnActions(MoveOns moveOns) {
        this.moveOns = moveOns;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        List<CaseAction> actions = new ArrayList<>();
        if (moveOns.startable(file.reference()).isPresent() && !moveOns.toAcceptedHome(file.reference())) {
            actions.add(new CaseAction(Group.EVERYDAY, 62, "Start move-on", "/move-on"));
        } else if (moveOns.latest(file.reference()).isPresent()) {
            actions.add(new CaseAction(Group.EVERYDAY, 62, "Move on to a settled home", "/move-on"));
        }
        return actions;
    }
}
