package org.threshold.audit;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.audit.store.AuditTable;

/**
 * Finds entries of the audit that were altered, removed, re-ordered or slipped in after they were written, whoever did
 * it and however. It cannot find a whole chain that was removed together with its head: keep a copy of the heads
 * outside the database for that.
 */
@Service
public class AuditVerifier {

    private final AuditTable table;

    AuditVerifier(AuditTable table) {
        this.table = table;
    }

    /**
     * @param caseReference the case, or empty for what belongs to no case
     * @param sequence      the entry at which it shows
     * @param message       one plain sentence
     */
    public record Finding(String caseReference, long sequence, String message) {
    }

    /** Empty when every chain is whole. */
    @Transactional(readOnly = true)
    public List<Finding> verify() {
        return findings(null);
    }

    /** Empty when the chain of the case is whole. */
    @Transactional(readOnly = true)
    public List<Finding> verify(String caseReference) {
        return findings(caseReference);
    }

    private List<Finding> findings(String chain) {
        return table.broken(chain).stream()
                .map(broken -> new Finding(broken.chain(), broken.sequence(), sentence(broken))).toList();
    }

    private static String sentence(AuditTable.Broken broken) {
        String where = broken.chain().isEmpty() ? "of the service" : "of case " + broken.chain();
        return switch (broken.fault()) {
            case "REMOVED" -> "Entries " + where + " before number " + broken.sequence() + ", or that one, are missing";
            case "ADDED" -> "Entry " + broken.sequence() + " " + where + " was not written by Threshold";
            default -> "Entry " + broken.sequence() + " " + where + " is not as it was written, or is out of order";
        };
    }
}
