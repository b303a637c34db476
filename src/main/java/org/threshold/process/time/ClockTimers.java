package org.threshold.process.time;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ClockListener;
import org.threshold.process.AtCommit;
import org.threshold.process.store.EngineRows;
import org.threshold.process.store.EngineRows.TimerRow;

/**
 * When a clock of a case starts, moves or ends, the timers of that case that depend on its clocks are computed again,
 * in the same transaction: a fact recorded late moves what the engine will do.
 */
@Component
class ClockTimers implements ClockListener {

    private final ObjectProvider<ProcessEngine> engine;
    private final EngineRows rows;
    private final AtCommit<CaseReference> atCommit = new AtCommit<>(this::recalculate);

    ClockTimers(ObjectProvider<ProcessEngine> engine, EngineRows rows) {
        this.engine = engine;
        this.rows = rows;
    }

    @Override
    public void clocksChanged(CaseReference reference, ClockKind kind) {
        atCommit.note(reference);
    }

    private void recalculate(Set<CaseReference> cases) {
        for (CaseReference reference : cases) {
            List<TimerRow> timers = rows.timersOf(reference.value());
            timers.stream().filter(this::followsClocks).forEach(
                    timer -> engine.getObject().getManagementService().recalculateJobDuedate(timer.jobId(), false));
        }
    }

    private boolean followsClocks(TimerRow timer) {
        return ClockTimerParseListener.followsClocks(definition(timer).findActivity(timer.elementId()));
    }

    private ProcessDefinitionEntity definition(TimerRow timer) {
        return (ProcessDefinitionEntity) ((RepositoryServiceImpl) engine.getObject().getRepositoryService())
                .getDeployedProcessDefinition(timer.processDefinitionId());
    }
}
