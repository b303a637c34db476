package org.threshold.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.audit.store.AuditTable;
import org.threshold.audit.store.AuditTable.Entry;

/** Writes the audit: one statement for each entry, in the caller's transaction, so both last or neither does. */
@Service
class ChainedAuditTrail implements AuditTrail {

    private static final JsonMapper JSON = new JsonMapper();

    private final AuditTable table;
    private final Actor actor;
    private final Clock clock;

    ChainedAuditTrail(AuditTable table, Actor actor, Clock clock) {
        this.table = table;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void record(AuditEntry entry) {
        table.append(row(actor.username(), entry));
    }

    @Override
    @Transactional
    public void recordAs(String who, AuditEntry entry) {
        table.append(row(who, entry));
    }

    private Entry row(String who, AuditEntry entry) {
        return new Entry(entry.caseReference() == null ? "" : entry.caseReference(), clock.instant(), who,
                actor.origin(), entry.action(), entry.subject(), json(entry.details()), entry.reason(),
                entry.provision());
    }

    /** With sorted keys, so that the same facts are the same text. */
    static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(details == null ? Map.of() : new TreeMap<>(details));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Audit details could not be written", impossible);
        }
    }
}
