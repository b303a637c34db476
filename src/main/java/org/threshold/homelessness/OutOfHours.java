package org.threshold.homelessness;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.homelessness.store.OutOfHoursStore;

/**
 * An emergency at night or at a weekend: the duty officer records the little that the night needs, and where the
 * household sleeps (s188(1)). The day team completes the record; nobody is asked twice.
 */
@Service
public class OutOfHours {

    private final OutOfHoursStore store;
    private final ApproachCases approaches;
    private final Triages triages;
    private final CaseRecord record;
    private final AtRisk atRisk;

    OutOfHours(OutOfHoursStore store, ApproachCases approaches, Triages triages, CaseRecord record,
               AtRisk atRisk) {
        this.store = store;
        this.approaches = approaches;
        this.triages = triages;
        this.record = record;
        this.atRisk = atRisk;
    }

    /**
     * @param withThem   who is with them, in a few words; may be null
     * @param interimDue whether there is reason to believe that interim accommodation is due
     * @param whyNotDue  why not, in a few words; null when it is due
     */
    public record Night(String withThem, boolean safeTonight, boolean domesticAbuse, boolean hateCrime,
                        boolean interimDue, String whyNotDue, String whatHappened) {
    }

    /**
     * Opens the case, records where they sleep tonight, and starts the approach with the step of the day team. Where
     * there is a risk of domestic abuse or hate crime, the record is restricted with it.
     *
     * @param arranged null when interim accommodation is not due
     */
    @Needs(Permission.TAKE_APPROACH)
    @Transactional
    public CaseReference take(NewCase newCase, Night night, InterimArrangement arranged) {
        if (night.interimDue() == (arranged == null)) {
            throw new NotPossible("Say where they sleep tonight, or why accommodation is not due.");
        }
        if (!night.interimDue() && !night.safeTonight()) {
            throw new NotPossible("They are not safe tonight, so accommodation cannot be refused without an inquiry."
                    + " Say where they sleep tonight.");
        }
        CaseReference reference = approaches.open(newCase, true);
        store.insert(reference, night, record.by(), record.now());
        if (arranged != null) {
            triages.arrangeInterim(reference, arranged);
        } else {
            record.tell(reference, "decision", "Interim accommodation is not due tonight", night.whyNotDue());
            record.audit(reference, "interim.notDue", reference, Map.of(), night.whyNotDue(), "s188(1)");
        }
        atRisk.restrict(reference, night.domesticAbuse(), night.hateCrime());
        return reference;
    }

    /** What the duty officer recorded, where the case was opened out of hours. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Night> of(CaseReference reference) {
        return store.of(reference);
    }

    /** The day team has completed the record. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void complete(CaseReference reference, String notes) {
        record.by();
        record.tell(reference, "contact", "The out-of-hours record was completed", notes);
        record.audit(reference, "outOfHours.completed", reference, Map.of(), null);
    }
}
