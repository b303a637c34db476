package org.threshold.audit;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.audit.store.AuditTable;
import org.threshold.audit.store.AuditTable.Entry;

/** One statement for each view, in a short transaction. */
@Service
class RecordedCaseViews implements CaseViews {

    private final AuditTable table;
    private final Actor actor;
    private final ViewerRelation relation;
    private final Clock clock;

    RecordedCaseViews(AuditTable table, Actor actor, ViewerRelation relation, Clock clock) {
        this.table = table;
        this.actor = actor;
        this.relation = relation;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void viewed(String caseReference, String what) {
        record(caseReference, "case.viewed", what);
    }

    @Override
    @Transactional
    public void stepViewed(String caseReference, String stepId) {
        record(caseReference, "step.viewed", stepId);
    }

    @Override
    @Transactional
    public void letterViewed(String caseReference, long letter) {
        record(caseReference, "letter.viewed", Long.toString(letter));
    }

    @Override
    @Transactional
    public void documentViewed(String caseReference, long document) {
        record(caseReference, "document.viewed", Long.toString(document));
    }

    @Override
    @Transactional
    public void documentFileViewed(String caseReference, long document) {
        record(caseReference, "documentFile.viewed", Long.toString(document));
    }

    private void record(String caseReference, String action, String subject) {
        String details = ChainedAuditTrail.json(Map.of("relation", relation.to(caseReference)));
        table.appendToExisting(new Entry(caseReference, clock.instant(), actor.username(), actor.origin(), action,
                subject, details, null, null));
    }
}
