package org.threshold.homelessness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseKey;
import org.threshold.access.TookPart;
import org.threshold.audit.AuditHistory;
import org.threshold.audit.AuditRecord;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.store.InvolvementStore;

/**
 * Who took part in a case: everyone who left something in this room's records, and whoever else the audit has on the
 * case, such as for a note or for the approach itself. The same goes for a case that was merged into it. What the audit
 * has besides and is no part in the case is named here; whatever is not named counts, which is the cautious side.
 */
@Component
class PartTaken implements TookPart {

    /**
     * To be given a step or to give one to somebody, to look, to be refused, to say that one knows them, to say who may see the record
     * or to open it in an emergency, to have drawn or made an audit of the file, or to have sent back this very notice.
     */
    private static final List<String> NO_PART = List.of("step.", "conflict.", "case.viewed", "case.searched", "case.refused",
            "case.restricted", "case.named", "case.unnamed", "case.managerChanged", "case.restrictionLifted",
            "case.openedInEmergency", "case.emergencyEnded", "quality.", CooperationRefusals.SENT_BACK,
            CooperationRefusals.TAKEN_BACK);

    private final InvolvementStore involvement;
    private final AuditHistory audit;

    PartTaken(InvolvementStore involvement, AuditHistory audit) {
        this.involvement = involvement;
        this.audit = audit;
    }

    @Override
    public Set<String> in(CaseKey key) {
        CaseReference reference = new CaseReference(key.value());
        Set<String> all = new HashSet<>(involvement.involved(reference));
        audit.actsOn(reference.value()).stream().filter(PartTaken::isPart).map(AuditRecord::who).forEach(all::add);
        involvement.mergedInto(reference).forEach(merged -> all.addAll(in(merged)));
        return all;
    }

    private static boolean isPart(AuditRecord entry) {
        return NO_PART.stream().noneMatch(entry.action()::startsWith);
    }
}
