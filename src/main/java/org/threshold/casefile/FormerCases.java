package org.threshold.casefile;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.store.CaseFileStore;
import org.threshold.casefile.store.HouseholdStore;
import org.threshold.casefile.store.NoteStore;
import org.threshold.casefile.store.TimelineStore;

/** Opens case files of households that the council has worked with before, with their true dates and authors. */
@Service
@Needs(Permission.IMPORT_CASELOAD)
public class FormerCases {

    private final CaseFileStore files;
    private final HouseholdStore households;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ContactBook contacts;
    private final NoteStore notes;
    private final TimelineStore timeline;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final Clock clock;

    FormerCases(CaseFileStore files, HouseholdStore households, ContactBook contacts, NoteStore notes,
                TimelineStore timeline, AuditTrail audit, CurrentOfficer officer, Clock clock) {
        this.files = files;
        this.households = households;
        this.contacts = contacts;
        this.notes = notes;
        this.timeline = timeline;
        this.audit = audit;
        this.officer = officer;
        this.clock = clock;
    }

    /**
     * @param source what the audit says about where it comes from: ids and counts, nothing personal
     * @return the case's new reference
     */
    @Transactional
    public CaseReference open(NewCase known, FormerLife life, Map<String, String> source) {
        CaseReference reference = CaseReferences.ofNumber(files.nextNumber());
        String by = officer.get().username();
        files.insert(reference, known, known.orderedFlags(), life.openedAt(), by);
        files.updateStatus(reference, life.status(), clock.instant());
        long applicant = households.insert(reference, known.applicant());
        contacts.begin(reference, applicant, known.contact(), known.flags().contains(CaseFlag.DO_NOT_WRITE),
                life.openedAt().atZone(LONDON).toLocalDate());
        households.insertAll(reference, known.others());
        notes.insertAll(reference, life.notes());
        timeline.insertAll(reference, life.past());
        audit.record(new AuditEntry(reference.value(), "case.broughtOver", reference.value(), source, null, null));
        return reference;
    }

    /** Whether a case here has this reference of the previous system, whatever its capitals. */
    @Transactional(readOnly = true)
    public boolean knows(String previousReference) {
        return files.hasPreviousReference(previousReference);
    }

    /** The previous system's references of all cases here, in capitals. */
    @Transactional(readOnly = true)
    public Set<String> knownPreviousReferences() {
        return files.previousReferences();
    }
}
