package org.threshold.homelessness;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Correspondence;
import org.threshold.homelessness.store.ContactStore;

/**
 * Ends an approach because contact is lost, before any duty is owed. Where a duty runs it ends on its own step, with
 * the notice that the Act asks for and a second officer.
 */
@Service
public class LostContacts {

    static final String CONTACT_LOST = "threshold.approach.contactLost";

    private final ContactStore store;
    private final ContactAttempts attempts;
    private final Duties duties;
    private final CaseDetails cases;
    private final Correspondence correspondence;
    private final ApproachProcess process;
    private final CaseRecord record;

    LostContacts(ContactStore store, ContactAttempts attempts, Duties duties, CaseDetails cases,
                 Correspondence correspondence, ApproachProcess process, CaseRecord record) {
        this.store = store;
        this.attempts = attempts;
        this.duties = duties;
        this.cases = cases;
        this.correspondence = correspondence;
        this.process = process;
        this.record = record;
    }

    /** Whether a letter could be posted to them today: an address is known, and nothing speaks against it. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean writable(CaseReference reference) {
        return correspondence.to(reference, cases.of(reference).applicant().id(), record.today()).allowed();
    }

    /**
     * @param safeToWrite whether the officer knows that post to the address on file is safe
     * @throws NotPossible with what is still missing
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void end(CaseReference reference, String reasons, boolean safeToWrite) {
        String by = record.by();
        if (!process.runs(reference)) {
            throw new NotPossible("This approach has already finished.");
        }
        duties.of(reference).stream().filter(Duty::running).findFirst().ifPresent(duty -> {
            throw new NotPossible("The " + duty.kind().title().toLowerCase() + " runs on this case. It ends on its own"
                    + " step, where a second officer authorises it.");
        });
        if (!duties.of(reference).isEmpty()) {
            throw new NotPossible("A duty was owed on this case, so what follows from its end is still to be decided and"
                    + " told. Go on with the open step: it does not need them to be in touch.");
        }
        attempts.missing(reference).ifPresent(missing -> {
            throw new NotPossible(missing);
        });
        store.insertLost(reference, reasons, safeToWrite && writable(reference), by, record.now());
        record.tell(reference, "contact", "Contact is lost", reasons);
        record.audit(reference, "approach.contactLost", reference, Map.of(), reasons, "s195(8)(g), s189B(7)(f)");
        if (!process.tell(reference, CONTACT_LOST, Map.of())) {
            throw new NotPossible("The approach is at a point where it cannot end for lost contact. End it on its open"
                    + " step.");
        }
    }
}
