package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseStatus;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.homelessness.HousingPlans;

/** What officers do on any case, and what an applicant tells them while an approach runs. */
@Component
class EverydayActions implements CaseActions {

    private final HousingPlans plans;

    EverydayActions(HousingPlans plans) {
        this.plans = plans;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        List<CaseAction> actions = new ArrayList<>(List.of(
                new CaseAction(Group.EVERYDAY, 10, "Add a note", "/notes"),
                new CaseAction(Group.EVERYDAY, 20, "Change contact details", "/contact"),
                new CaseAction(Group.EVERYDAY, 30, "Change alerts and access needs", "/flags"),
                new CaseAction(Group.EVERYDAY, 45, "Book an appointment or a visit", "/appointments"),
                new CaseAction(Group.EVERYDAY, 40, "Add a household member", "/people/new")));
        if (plans.changeable(file.reference())) {
            actions.add(new CaseAction(Group.EVERYDAY, 60, "Change the plan", "/plan/change"));
        }
        if (running) {
            actions.add(new CaseAction(Group.EVERYDAY, 50, "Record findings", "/findings"));
            actions.add(new CaseAction(Group.EVENT, 10, "Applicant is back in touch", "/back-in-touch",
                    file.status() == CaseStatus.NOT_WITHIN_56_DAYS));
            actions.add(new CaseAction(Group.EVENT, 20, "Record withdrawal", "/withdrawal"));
        }
        return actions;
    }
}
