package org.threshold.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.Timeline;
import org.threshold.clock.Deadlines;
import org.threshold.worklist.store.StepStore;

/** More time for a step, given by whoever leads its team and always with a reason. */
@Service
public class StepDates {

    private final StepStore rows;
    private final StepEngine engine;
    private final StepRules rules;
    private final SeenSteps sight;
    private final Worklist worklist;
    private final Deadlines deadlines;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final Timeline timeline;
    private final Clock clock;

    StepDates(StepStore rows, StepEngine engine, StepRules rules, SeenSteps sight, Worklist worklist,
              Deadlines deadlines, CurrentOfficer current, AuditTrail audit, Timeline timeline, Clock clock) {
        this.rows = rows;
        this.engine = engine;
        this.rules = rules;
        this.sight = sight;
        this.worklist = worklist;
        this.deadlines = deadlines;
        this.current = current;
        this.audit = audit;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * The step is due at the end of that day. Its timer moves with it, and where it was escalated the escalation ends;
     * one that is late again climbs anew. No statutory clock moves.
     *
     * @param why why it may take longer; kept with the case
     * @throws StepGone     when it has ended
     * @throws NotPermitted in words to whoever asked
     */
    @Needs(Permission.ASSIGN_WORK)
    @Transactional
    public void extend(String stepId, LocalDate day, String why) {
        OpenStep step = rows.lock(stepId).map(sight::seen).orElseThrow(() -> worklist.gone(stepId));
        if (!rules.mayAssign(current.get(), step)) {
            throw new NotPermitted("You cannot give this step more time. Only a leader "
                    + (step.restricted() ? "named on the case can." : "of its team can."));
        }
        problem(step, day).ifPresent(words -> {
            throw new NotPermitted(words);
        });
        engine.changeDue(stepId, deadlines.endOf(day));
        audit.record(new AuditEntry(step.caseReference().value(), "step.extended", stepId,
                Map.of("was", String.valueOf(step.dueAt()), "until", day.toString()), why, step.provision()));
        timeline.add(step.caseReference(), "step", "‘" + step.name() + "’ may take until " + StepWords.day(day), why);
    }

    private Optional<String> problem(OpenStep step, LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            return Optional.of("The new day must be today or later.");
        }
        return step.dueAt() != null && !deadlines.endOf(day).isAfter(step.dueAt())
                ? Optional.of("The new day must be later than the day on which it is due.")
                : Optional.empty();
    }
}
