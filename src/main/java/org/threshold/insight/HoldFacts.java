package org.threshold.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.clock.ServiceClock;
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
    public void putOnHold(OpenStep step, HoldReason reason, LocalDate until) {
        Instant lapses = until.atStartOfDay(ServiceClock.LONDON).toInstant();
        record(step, "ON_HOLD", reason.name(), Map.of(StepFact.UNTIL, lapses.toString()));
    }

    @Override
    public void tookOffHold(OpenStep step) {
        record(step, "OFF_HOLD", null, Map.of());
    }

    private void record(OpenStep step, String event, String detail, Map<String, String> about) {
        facts.record(new StepFact(step.stepId(), step.caseReference().value(), step.processKey(),
                step.processVersion(), step.elementId(), event, clock.instant(), current.get().username(),
                step.team(), detail, about));
    }
}
