package org.threshold.process.overdue;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.threshold.worklist.OverdueBoard.Rung;

/** Puts a late step on the board again, each day until somebody acts. */
@Component("repeatOnBoard")
class RepeatOnBoard implements JavaDelegate {

    private final Ladders ladders;

    RepeatOnBoard(Ladders ladders) {
        this.ladders = ladders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ladders.climb(LadderListeners.overdueId(execution), Rung.REPEATED);
    }
}
