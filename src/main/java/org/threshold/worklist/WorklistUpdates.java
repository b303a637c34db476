package org.threshold.worklist;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseListener;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseSummary;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ClockListener;
import org.threshold.clock.StatutoryClocks;
import org.threshold.worklist.store.StepStore;

/**
 * Keeps what the rows show of a case current: one statement for all its open steps. The clocks are asked for late,
 * because they tell this listener.
 */
@Component
class WorklistUpdates implements CaseListener, ClockListener {

    private final StepStore rows;
    private final ObjectProvider<StatutoryClocks> clocks;

    WorklistUpdates(StepStore rows, ObjectProvider<StatutoryClocks> clocks) {
        this.rows = rows;
        this.clocks = clocks;
    }

    @Override
    public void caseChanged(CaseSummary summary) {
        rows.caseChanged(summary);
    }

    @Override
    public void clocksChanged(CaseReference reference, ClockKind kind) {
        rows.clockChanged(reference, clocks.getObject().nearest(reference));
    }
}
