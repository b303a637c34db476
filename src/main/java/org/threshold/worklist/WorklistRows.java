package org.threshold.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.clock.StatutoryClocks;
import org.threshold.worklist.store.StepStore;

/** One row per open step, written as the engine says so: one statement for each thing that happens. */
@Service
@Needs(Permission.WORK_CASES)
class WorklistRows implements StepRows {

    private final StepStore rows;
    private final CaseFiles cases;
    private final StatutoryClocks clocks;
    private final CurrentOfficer current;
    private final Clock clock;

    WorklistRows(StepStore rows, CaseFiles cases, StatutoryClocks clocks, CurrentOfficer current, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.clocks = clocks;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void opened(OpenedStep step) {
        rows.insert(step, cases.summary(step.caseReference()), clocks.nearest(step.caseReference()));
    }

    @Override
    public void assigned(String stepId, String usernameOrNull) {
        rows.assign(stepId, usernameOrNull, clock.instant());
    }

    @Override
    public void teamChanged(String stepId, String team) {
        rows.moveToTeam(stepId, team);
    }

    @Override
    public void dueChanged(String stepId, Instant dueAt) {
        rows.changeDue(stepId, dueAt);
    }

    @Override
    public void ended(String stepId, StepEnd end, Instant at) {
        rows.end(stepId, end, current.get().username(), at);
    }

    @Override
    public Collection<String> stepIds() {
        return rows.ids();
    }
}
