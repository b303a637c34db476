package org.threshold.audit;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.audit.store.AuditTable;
import org.threshold.audit.store.AuditTable.Entry;

/** One statement for each, in a short transaction: what was refused has been taken back by then. */
@Service
class RecordedRefusals implements CaseRefusals {

    private final AuditTable table;
    private final AuditTrail trail;
    private final Actor actor;
    private final ViewerRelation relation;
    private final Clock clock;

    RecordedRefusals(AuditTable table, AuditTrail trail, Actor actor, ViewerRelation relation, Clock clock) {
        this.table = table;
        this.trail = trail;
        this.actor = actor;
        this.relation = relation;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void refused(String caseReference, String what) {
        String details = ChainedAuditTrail.json(Map.of("relation", relation.to(caseReference)));
        table.appendToExisting(new Entry(caseReference, clock.instant(), actor.username(), actor.origin(),
                "case.refused", what, details, null, null));
    }

    @Override
    @Transactional
    public void notFound(String reference, String what) {
        trail.record(new AuditEntry(null, "case.notFound", reference, Map.of("page", what), null, null));
    }
}
