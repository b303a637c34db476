package org.threshold.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.audit.store.CheckTable;
import org.threshold.audit.store.SearchTable;

/**
 * Reads the audit for others of the house, which decide who may ask. Entries of cases that are hidden from whoever acts
 * are left out; entries of others may still name such a case.
 */
@Service
public class AuditReader {

    private final SearchTable table;
    private final CheckTable checks;
    private final HiddenCases hidden;

    AuditReader(SearchTable table, CheckTable checks, HiddenCases hidden) {
        this.table = table;
        this.checks = checks;
        this.hidden = hidden;
    }

    /**
     * Some entries, newest first.
     *
     * @param next where to go on; null where there are no more
     */
    public record Page(List<AuditRecord> entries, AuditPosition next) {
    }

    /** @param before where the page before ended; null for the newest */
    @Transactional(readOnly = true)
    public Page find(AuditQuestion question, AuditPosition before, int many) {
        List<AuditRecord> found = table.find(question, hidden.seen("e.chain"), hidden.parameters(), before, many + 1);
        boolean more = found.size() > many;
        List<AuditRecord> entries = more ? found.subList(0, many) : found;
        return new Page(entries, more ? AuditPosition.of(entries.get(many - 1)) : null);
    }

    /** Who looked at a case or did something on it, whoever did so last first. */
    @Transactional(readOnly = true)
    public List<CaseUse> useOf(String caseReference) {
        return table.useOf(caseReference);
    }

    /** Who looked at one thing of a case, newest first. */
    @Transactional(readOnly = true)
    public List<AuditRecord> viewsOf(String caseReference, List<String> actions, String subject, int most) {
        return table.viewsOf(caseReference, actions, subject, most);
    }

    /** The newest nightly check; empty where there was none yet. */
    @Transactional(readOnly = true)
    public Optional<AuditCheck> latestCheck() {
        return checks.latest();
    }
}
