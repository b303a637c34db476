package org.threshold.worklist;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseKey;
import org.threshold.access.KeptAway;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.store.DraftStore;
import org.threshold.worklist.store.StepQueries;

/** What somebody held of a case whose decisions they are kept away from is its team's again, and their draft is gone. */
@Component
class StepsGivenBack implements KeptAway {

    private final StepQueries steps;
    private final DraftStore drafts;
    private final StepEngine engine;
    private final AuditTrail audit;

    StepsGivenBack(StepQueries steps, DraftStore drafts, StepEngine engine, AuditTrail audit) {
        this.steps = steps;
        this.drafts = drafts;
        this.engine = engine;
        this.audit = audit;
    }

    @Override
    public void keptAway(String username, CaseKey key) {
        List<OpenStep> open = steps.ofCase(new CaseReference(key.value()));
        open.forEach(step -> drafts.discard(step.stepId(), username));
        open.stream().filter(step -> step.ownedBy(username)).forEach(step -> {
            engine.assign(step.stepId(), null);
            audit.record(new AuditEntry(key.value(), "step.released", step.stepId(),
                    Map.of("from", username, "because", "KNOWS_THEM"), null, step.provision()));
        });
    }
}
