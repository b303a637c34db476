package org.threshold.homelessness;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.store.EndStore;
import org.threshold.letter.Letters;

/** Cases that should never have been opened. Nothing of them is removed. */
@Service
@Needs(Permission.CANCEL_CASE)
public class Cancellations {

    /** Why an approach is cancelled. */
    public enum Why { CREATED_IN_ERROR, MERGED }

    static final String CANCELLED = "threshold.approach.cancelled";

    private final EndStore store;
    private final Decisions decisions;
    private final Duties duties;
    private final Triages triages;
    private final Letters letters;
    private final CaseFiles cases;
    private final Closings closings;
    private final ApproachProcess process;
    private final List<LastingFacts> lasting;
    private final CaseRecord record;

    Cancellations(EndStore store, Decisions decisions, Duties duties, Triages triages, Letters letters, CaseFiles cases,
                  Closings closings, ApproachProcess process, List<LastingFacts> lasting, CaseRecord record) {
        this.store = store;
        this.decisions = decisions;
        this.duties = duties;
        this.triages = triages;
        this.letters = letters;
        this.cases = cases;
        this.closings = closings;
        this.process = process;
        this.lasting = lasting;
        this.record = record;
    }

    /** @throws NotPossible when something happened on the case that cannot be taken back */
    @Transactional
    public void createdInError(CaseReference reference, String reason) {
        requireOwnCase(cases.summary(reference).status());
        requireNothingIrreversible(reference);
        cancel(reference, Why.CREATED_IN_ERROR, reason);
    }

    private void requireNothingIrreversible(CaseReference reference) {
        if (decisions.of(reference).stream().anyMatch(made -> made.status() == Decision.Status.ISSUED)) {
            throw new NotPossible("A decision was issued on this case, so it cannot count as created in error.");
        }
        if (!duties.of(reference).isEmpty()) {
            throw new NotPossible("A duty was accepted on this case, so it cannot count as created in error.");
        }
        if (!letters.of(reference).isEmpty()) {
            throw new NotPossible("A letter was issued on this case, so it cannot count as created in error.");
        }
        if (triages.interim(reference).filter(InterimArrangement::placed).isPresent()) {
            throw new NotPossible("Accommodation was arranged on this case, so it cannot count as created in error.");
        }
        lasting.forEach(fact -> fact.of(reference).ifPresent(why -> {
            throw new NotPossible(why);
        }));
    }

    /** Ends the case and everything that runs on it, as one that should not be. */
    void cancel(CaseReference reference, Why why, String reason) {
        store.insertCancellation(reference, why, reason, record.by(), record.now());
        record.audit(reference, "case.cancelled", reference, Map.of("why", why.name()), reason, null);
        process.endBeside(reference, ApproachProcess.OF_A_PLACEMENT);
        if (!process.tell(reference, CANCELLED, Map.of())) {
            closings.cancelled(reference);
        }
    }

    static void requireOwnCase(CaseStatus status) {
        if (status == CaseStatus.MERGED) {
            throw new NotPossible("This case was merged into another one. Work on that case.");
        }
        if (status == CaseStatus.CREATED_IN_ERROR) {
            throw new NotPossible("This case was created in error.");
        }
    }
}
