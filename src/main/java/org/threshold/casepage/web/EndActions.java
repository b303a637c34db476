package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseStatus;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.homelessness.BelongingsKept;
import org.threshold.homelessness.Reapplications;

/** What may happen to a case outside its steps, and how its record is put right. */
@Component
class EndActions implements CaseActions {

    private final BelongingsKept belongings;
    private final Reapplications reapplications;

    EndActions(BelongingsKept belongings, Reapplications reapplications) {
        this.belongings = belongings;
        this.reapplications = reapplications;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        List<CaseAction> actions = new ArrayList<>();
        if (file.status() == CaseStatus.MERGED || file.status() == CaseStatus.CREATED_IN_ERROR) {
            return actions;
        }
        boolean died = file.status() == CaseStatus.DECEASED;
        if (!died) {
            actions.add(new CaseAction(Group.EVERYDAY, 45, "Record an attempt to reach them", "/attempts"));
            actions.add(new CaseAction(Group.EVENT, 60, "The applicant has died", "/death"));
        }
        actions.add(new CaseAction(Group.EVENT, 70, belongings.running(file.reference()).isPresent()
                ? "Belongings that we protect" : "Belongings are in danger", "/belongings"));
        if (running) {
            actions.add(new CaseAction(Group.EVENT, 50, "Contact is lost", "/lost-contact"));
        } else {
            actions.add(again(file, died));
        }
        record(actions, running, died);
        return actions;
    }

    private CaseAction again(CaseFile file, boolean died) {
        boolean others = file.household().stream().anyMatch(member -> member.present() && !member.mainApplicant());
        return new CaseAction(Group.EVENT, died ? 1 : 40, died ? "Take an application of someone of the household"
                : "They ask again: new application", "/new-application",
                died && others && !reapplications.survivorsHelped(file.reference()));
    }

    private void record(List<CaseAction> actions, boolean running, boolean died) {
        if (!died) {
            actions.add(new CaseAction(Group.RECORD, 60, "Merge another case into this one", "/merge"));
            actions.add(new CaseAction(Group.RECORD, 70, "Created in error", "/created-in-error"));
        }
        if (!running) {
            actions.add(new CaseAction(Group.RECORD, 50, "Take up this case again", "/reopen"));
        }
    }
}
