package org.threshold.homelessness;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.store.EndStore;

/**
 * The applicant has died: every step, clock and duty ends, and nothing goes out to them any more. What is kept safe for
 * them is kept on, because it now belongs to somebody else.
 */
@Service
public class Deaths {

    static final String APPLICANT_DIED = "threshold.approach.applicantDied";

    /** What is owed for, and about, a place where others may still live goes on, like the protection of belongings. */
    private static final Set<String> GO_ON = Stream.concat(Stream.of(BelongingsKept.PROCESS),
            ApproachProcess.OF_A_PLACEMENT.stream()).collect(Collectors.toUnmodifiableSet());

    private final EndStore store;
    private final CaseFiles cases;
    private final Closings closings;
    private final ApproachProcess process;
    private final CaseRecord record;

    Deaths(EndStore store, CaseFiles cases, Closings closings, ApproachProcess process, CaseRecord record) {
        this.store = store;
        this.cases = cases;
        this.closings = closings;
        this.process = process;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Death> of(CaseReference reference) {
        return cases.summary(reference).status() == CaseStatus.DECEASED ? store.death(reference) : Optional.empty();
    }

    /** @throws NotPossible when a day lies in the future, or the case is no longer one of its own */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void record(CaseReference reference, Death death) {
        String by = record.by();
        CaseStatus status = cases.summary(reference).status();
        if (status == CaseStatus.DECEASED) {
            throw new NotPossible("It is on record already that the applicant has died.");
        }
        Cancellations.requireOwnCase(status);
        if (death.toldOn().isAfter(record.today())) {
            throw new NotPossible("The day you were told must be today or in the past");
        }
        if (death.diedOn() != null && death.diedOn().isAfter(death.toldOn())) {
            throw new NotPossible("The day of the death must be the same as or before the day you were told");
        }
        store.insert(reference, death, by, record.now());
        record.tell(reference, "contact", "The applicant has died", death.howKnown());
        record.audit(reference, "case.applicantDied", reference, Map.of("toldOn", death.toldOn().toString()), null);
        process.endBeside(reference, GO_ON);
        if (!process.tell(reference, APPLICANT_DIED, Map.of())) {
            closings.deceased(reference);
        }
    }
}
