package org.threshold.audit;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.audit.store.AuditTable;

/** One statement for each view; joins a writing transaction of the caller where there is one. */
@Service
class RecordedCaseViews implements CaseViews {

    private final AuditTable table;
    private final Actor actor;
    private final Clock clock;

    RecordedCaseViews(AuditTable table, Actor actor, Clock clock) {
        this.table = table;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void viewed(String caseReference, String what) {
        table.appendToExisting(caseReference, clock.instant(), actor.username(), "case.viewed", what, "{}", null, null);
    }
}
