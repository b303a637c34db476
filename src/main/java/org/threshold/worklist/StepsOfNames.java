package org.threshold.worklist;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NamesListener;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.worklist.store.DraftStore;
import org.threshold.worklist.store.StepStore;

/** Takes back the steps of a restricted case from whoever no longer sees it, with what they had typed into them. */
@Component
class StepsOfNames implements NamesListener {

    private final StepStore rows;
    private final DraftStore drafts;
    private final StepEngine engine;
    private final CurrentOfficer current;
    private final AuditTrail audit;

    StepsOfNames(StepStore rows, DraftStore drafts, StepEngine engine, CurrentOfficer current, AuditTrail audit) {
        this.rows = rows;
        this.drafts = drafts;
        this.engine = engine;
        this.current = current;
        this.audit = audit;
    }

    @Override
    public void namesWillChange(String caseReference) {
        rows.lockAllOf(caseReference);
    }

    @Override
    public void namesChanged(String caseReference, Set<String> names) {
        rows.lockAllOf(caseReference).stream().filter(step -> !step.free() && !names.contains(step.owner()))
                .forEach(step -> takeBack(caseReference, step));
        drafts.discardOfOthers(caseReference, names);
    }

    private void takeBack(String caseReference, OpenStep step) {
        free(step);
        audit.record(new AuditEntry(caseReference, "step.released", step.stepId(),
                Map.of("from", step.owner(), "because", "NOT_NAMED"), null, step.provision()));
    }

    /** In the service's name: whoever restricts a case may have hidden it from themselves. */
    private void free(OpenStep step) {
        current.asService(() -> {
            engine.assign(step.stepId(), null);
            return null;
        });
    }
}
