package org.threshold.insight;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.insight.StepFacts.StepFact;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepChanges;

/** Writes down when steps wait and for what, so that waiting is not measured as work. */
@Component
class HoldFacts implements StepChanges {

    private final StepFacts facts;
    private final CurrentOfficer current;
    private final Clock clock;

    HoldFacts(StepFacts facts, CurrentOfficer current, Clock clock) {
        this.facts = facts;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void putOnHold(OpenStep step, HoldReason reason) {
        record(step, "ON_HOLD", reason.name());
    }

    @Override
    public void tookOffHold(OpenStep step) {
        record(step, "OFF_HOLD", null);
    }

    private void record(OpenStep step, String event, String detail) {
        facts.record(new StepFact(step.stepId(), step.caseReference().value(), step.processKey(),
                step.processVersion(), step.elementId(), event, clock.instant(), current.get().username(),
                step.team(), detail));
    }
}
