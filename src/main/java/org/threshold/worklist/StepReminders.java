package org.threshold.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.worklist.store.ReminderStore;
import org.threshold.worklist.store.StepStore;

/** A leader reminds whoever holds a step. The reminder stands beside the step, on the timeline and in the audit. */
@Service
public class StepReminders {

    private final StepStore rows;
    private final ReminderStore store;
    private final SeenSteps sight;
    private final StepRules rules;
    private final Worklist worklist;
    private final CurrentOfficer current;
    private final People people;
    private final AuditTrail audit;
    private final Timeline timeline;
    private final Clock clock;

    StepReminders(StepStore rows, ReminderStore store, SeenSteps sight, StepRules rules, Worklist worklist,
                  CurrentOfficer current, People people, AuditTrail audit, Timeline timeline, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.sight = sight;
        this.rules = rules;
        this.worklist = worklist;
        this.current = current;
        this.people = people;
        this.audit = audit;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @param owner username of who was reminded */
    public record Reminder(String owner, String words, String by, Instant at) {
    }

    /**
     * Reminds the owner, at most once a day.
     *
     * @param words what is asked of them, at most 500 characters
     * @return the step, for whoever sends the reminder on
     * @throws StepGone     when it has ended
     * @throws NotPermitted when nobody holds it, or its owner was reminded today, in words to whoever asked
     */
    @Needs(Permission.ASSIGN_WORK)
    @Transactional
    public OpenStep remind(String stepId, String words) {
        OpenStep step = rows.lock(stepId).map(sight::seen).orElseThrow(() -> worklist.gone(stepId));
        rules.requireSight(current.get(), step);
        if (step.free()) {
            throw new NotPermitted("Nobody holds this step, so nobody can be reminded. Give it to somebody.");
        }
        Instant now = clock.instant();
        if (!store.insert(step, words, current.get().username(), LocalDate.now(clock), now)) {
            throw new NotPermitted(people.nameOf(step.owner()) + " was reminded of this step today already.");
        }
        audit.record(new AuditEntry(step.caseReference().value(), "step.reminded", stepId,
                Map.of("owner", step.owner()), words, step.provision()));
        timeline.add(step.caseReference(), "step", people.nameOf(step.owner()) + " was reminded of ‘" + step.name()
                + "’", words);
        return step;
    }

    /** The reminders of a step that was found, latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Reminder> of(CaseReference reference, String stepId) {
        return store.of(reference, stepId);
    }
}
