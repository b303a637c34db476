package org.threshold.process.overdue;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.threshold.worklist.OverdueBoard.Rung;

/** Reminds the owner of a late step, or the team where nobody has taken it: the step is marked in their list. */
@Component("remindOwner")
class RemindOwner implements JavaDelegate {

    private final Ladders ladders;

    RemindOwner(Ladders ladders) {
        this.ladders = ladders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ladders.climb(LadderListeners.overdueId(execution), Rung.REMINDED);
    }
}
