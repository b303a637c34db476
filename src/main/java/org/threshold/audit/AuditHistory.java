package org.threshold.audit;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.audit.store.AuditTable;

/** Reads the audit. Views and search for auditors come to stand beside this. */
@Service
public class AuditHistory {

    private final AuditTable table;

    AuditHistory(AuditTable table) {
        this.table = table;
    }

    /** Every entry of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditRecord> of(String caseReference) {
        return table.entries(caseReference);
    }

    /** Every entry of a case that is no view, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditRecord> actsOn(String caseReference) {
        return table.entriesButViews(caseReference);
    }

    /** Every entry that belongs to no case, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditRecord> ofTheService() {
        return table.entries("");
    }
}
