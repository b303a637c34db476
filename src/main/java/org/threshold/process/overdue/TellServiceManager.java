package org.threshold.process.overdue;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.threshold.worklist.OverdueBoard.Rung;

/** Puts a late step that the team leader has not unblocked before the service manager. */
@Component("tellServiceManager")
class TellServiceManager implements JavaDelegate {

    private final Ladders ladders;

    TellServiceManager(Ladders ladders) {
        this.ladders = ladders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ladders.climb(LadderListeners.overdueId(execution), Rung.SERVICE_MANAGER);
    }
}
