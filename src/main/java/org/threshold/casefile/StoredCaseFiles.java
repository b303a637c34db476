package org.threshold.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.store.CaseFileStore;
import org.threshold.casefile.store.HouseholdStore;

/** What other rooms ask and tell of a case file. Asked by timers too, so it checks no one's permission. */
@Service
class StoredCaseFiles implements CaseFiles {

    private static final Set<Relationship> CHILDREN = Set.of(Relationship.CHILD, Relationship.STEP_OR_FOSTER_CHILD);

    private final CaseFileStore files;
    private final HouseholdStore households;
    private final CaseListeners listeners;
    private final AuditTrail audit;
    private final Clock clock;

    StoredCaseFiles(CaseFileStore files, HouseholdStore households, CaseListeners listeners, AuditTrail audit,
                    Clock clock) {
        this.files = files;
        this.households = households;
        this.listeners = listeners;
        this.audit = audit;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public CaseSummary summary(CaseReference reference) {
        return files.summary(reference).orElseThrow(() -> new UnknownCase(reference.value()));
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<CaseSummary> find(String reference) {
        try {
            return files.summary(CaseReferences.parse(reference));
        } catch (MistypedReference none) {
            return Optional.empty();
        }
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void setStatus(CaseReference reference, CaseStatus status) {
        CaseSummary before = summary(reference);
        if (before.status() == status) {
            return;
        }
        files.updateStatus(reference, status, clock.instant());
        audit.record(new AuditEntry(reference.value(), "case.statusChanged", reference.value(),
                Map.of("from", before.status().name(), "to", status.name()), null, null));
        listeners.tell(summary(reference));
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public boolean hasDependentChild(CaseReference reference) {
        LocalDate today = LocalDate.now(clock);
        return households.of(reference).stream()
                .anyMatch(member -> member.present() && member.person().isDependentChildOn(today));
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    public boolean hasChildUnder18(CaseReference reference) {
        LocalDate adultsBornBy = LocalDate.now(clock).minusYears(18);
        return households.of(reference).stream().filter(HouseholdMember::present).map(HouseholdMember::person)
                .filter(person -> person.relationship() != Relationship.MAIN_APPLICANT
                        && person.relationship() != Relationship.EXPECTED_CHILD)
                .anyMatch(person -> person.dateOfBirth() == null
                        ? CHILDREN.contains(person.relationship()) : person.dateOfBirth().isAfter(adultsBornBy));
    }
}
