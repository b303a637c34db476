package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.homelessness.store.FindingStore;

/** Findings recorded outside any step, at any time while the approach runs. */
@Service
public class FindingChanges {

    /** @param foundOn may be null, as for {@link CaseFindings#record} */
    public record Change(Question question, Finding finding, PriorityNeed category, String reasons, LocalDate foundOn) {
    }

    private final CaseFindings findings;
    private final FindingStore store;
    private final ApproachProcess process;

    FindingChanges(CaseFindings findings, FindingStore store, ApproachProcess process) {
        this.findings = findings;
        this.store = store;
        this.process = process;
    }

    /**
     * Records all changes or none.
     *
     * @param seen how many records there were when the officer opened the page
     * @return how many answers changed
     * @throws NotPossible when the approach has finished, or someone else recorded a finding meanwhile
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public int record(CaseReference reference, int seen, List<Change> changes) {
        if (!process.runs(reference)) {
            throw new NotPossible("This approach has finished, so no finding can be recorded on it");
        }
        store.lock(reference);
        if (findings.history(reference).size() != seen) {
            throw new NotPossible("Someone else recorded a finding while you were typing. Nothing of yours was saved:"
                    + " look at what they recorded, then save again");
        }
        return (int) changes.stream().filter(change -> findings.record(reference, change.question(), change.finding(),
                change.category() == null ? null : change.category().name(), change.reasons(), change.foundOn()))
                .count();
    }
}
