package org.threshold.casefile;

import org.springframework.stereotype.Component;
import org.threshold.access.CaseRelation;
import org.threshold.access.CaseRelations;
import org.threshold.access.KnownCases;
import org.threshold.access.Officer;
import org.threshold.casefile.store.CaseFileStore;

/** A case is a matter of the team that it lies with. */
@Component
class TeamOfCase implements CaseRelations, KnownCases {

    private final CaseFileStore files;

    TeamOfCase(CaseFileStore files) {
        this.files = files;
    }

    @Override
    public CaseRelation of(Officer officer, String caseReference) {
        return files.team(new CaseReference(caseReference)).filter(officer.teams()::contains).isPresent()
                ? CaseRelation.TEAM : CaseRelation.NONE;
    }

    @Override
    public boolean exists(String caseReference) {
        return files.team(new CaseReference(caseReference)).isPresent();
    }
}
