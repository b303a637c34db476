package org.threshold.process.overdue;

import java.time.Clock;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.threshold.process.AtCommit;

/**
 * When a late step ends in any way, its ladder ends in the same transaction. That is done when the engine has finished
 * what ended the step: a case that ended has by then taken its ladders with it, and there is nothing left to tell.
 */
@Component
public class EndedSteps {

    static final String STEP_ENDED = "threshold.step.ended";

    private final ObjectProvider<RuntimeService> runtime;
    private final OverdueRows rows;
    private final Clock clock;
    private final AtCommit<String> atCommit = new AtCommit<>(this::endLadders);

    EndedSteps(ObjectProvider<RuntimeService> runtime, OverdueRows rows, Clock clock) {
        this.runtime = runtime;
        this.rows = rows;
        this.clock = clock;
    }

    public void add(String stepId) {
        atCommit.note(stepId);
    }

    private void endLadders(Set<String> stepIds) {
        for (String ladder : rows.end(stepIds, clock.instant())) {
            tell(ladder);
        }
    }

    /** The ladder may climb at this very moment; then one of the two is undone, and its officer is told why. */
    private void tell(String ladder) {
        try {
            runtime.getObject().createMessageCorrelation(STEP_ENDED).processInstanceId(ladder).correlateAll();
        } catch (OptimisticLockingException climbing) {
            throw new OptimisticLockingFailureException("The ladder of a step that ended was climbing", climbing);
        }
    }
}
