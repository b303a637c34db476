package org.threshold.worklist;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseRelation;
import org.threshold.access.CaseRelations;
import org.threshold.access.Officer;
import org.threshold.access.Role;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.store.StepQueries;

/** What somebody has to do with a case by its open steps. */
@Component
class StepsOfCase implements CaseRelations {

    private final StepQueries steps;

    StepsOfCase(StepQueries steps) {
        this.steps = steps;
    }

    @Override
    public CaseRelation of(Officer officer, String caseReference) {
        List<OpenStep> open = steps.ofCase(new CaseReference(caseReference));
        return open.stream().map(step -> relation(officer, step)).min(Enum::compareTo).orElse(CaseRelation.NONE);
    }

    static CaseRelation relation(Officer officer, OpenStep step) {
        if (step.ownedBy(officer.username())) {
            return CaseRelation.OWNER;
        }
        if (!officer.teams().contains(step.team())) {
            return CaseRelation.NONE;
        }
        return asksForMoreThanAnOfficer(step) && officer.seniority() >= Role.valueOf(step.role()).seniority()
                ? CaseRelation.APPROVER : CaseRelation.TEAM;
    }

    private static boolean asksForMoreThanAnOfficer(OpenStep step) {
        return step.role() != null && Role.valueOf(step.role()).seniority() > Role.OFFICER.seniority();
    }
}
