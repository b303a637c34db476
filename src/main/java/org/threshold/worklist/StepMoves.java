package org.threshold.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Presence;
import org.threshold.access.Team;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.Timeline;
import org.threshold.worklist.store.StepStore;

/**
 * Who holds a step, and whether it waits. Each move locks the step's row first, so that of two officers one wins and
 * the other is told who; it is one commit with the engine's own change and its record.
 *
 * <p>Every move throws {@link StepGone} when the step has ended and {@link NotPermitted} in the officer's words.
 */
@Service
@Transactional
public class StepMoves {

    /** Most steps moved at once; more are moved in turns. */
    public static final int BULK_LIMIT = 200;

    private final StepStore rows;
    private final StepEngine engine;
    private final StepRules rules;
    private final SeenSteps sight;
    private final Worklist worklist;
    private final CurrentOfficer current;
    private final People people;
    private final Presence presence;
    private final AuditTrail audit;
    private final Timeline timeline;
    private final List<StepChanges> listeners;
    private final Clock clock;

    StepMoves(StepStore rows, StepEngine engine, StepRules rules, SeenSteps sight, Worklist worklist, CurrentOfficer current,
              People people, Presence presence, AuditTrail audit, Timeline timeline,
              List<StepChanges> listeners, Clock clock) {
        this.rows = rows;
        this.engine = engine;
        this.rules = rules;
        this.sight = sight;
        this.worklist = worklist;
        this.current = current;
        this.people = people;
        this.presence = presence;
        this.audit = audit;
        this.timeline = timeline;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Takes a free step of my team. Taking what I hold already changes nothing. */
    @Needs(Permission.WORK_CASES)
    public OpenStep claim(String stepId) {
        Officer me = current.get();
        OpenStep step = lock(stepId);
        rules.requireSight(me, step);
        if (step.ownedBy(me.username())) {
            return step;
        }
        if (!step.free()) {
            throw new StepTaken(StepWords.taken(step, people.nameOf(step.owner())));
        }
        rules.requireFit(me, step, true);
        return take(step, me);
    }

    /** Takes the most urgent step that I may do and nobody holds; empty when there is none. */
    @Needs(Permission.WORK_CASES)
    public Optional<OpenStep> takeNext() {
        Officer me = current.get();
        return rows.lockNext(me.teams(), rules.rolesCoveredBy(me), presence.onSiteToday(me.username()),
                LocalDate.now(clock)).map(sight::seen).map(step -> take(step, me));
    }

    /** Gives a step back to its team. */
    @Needs(Permission.WORK_CASES)
    public void release(String stepId) {
        OpenStep step = lock(stepId);
        rules.requireMove(current.get(), step);
        if (step.free()) {
            return;
        }
        engine.assign(stepId, null);
        record(step, "step.released", Map.of("from", step.owner()), null);
    }

    /** @param note what the next officer should know; kept on the case's timeline, may be blank */
    @Needs(Permission.WORK_CASES)
    public void handToPerson(String stepId, String username, String note) {
        OpenStep step = lock(stepId);
        rules.requireMove(current.get(), step);
        give(step, person(username), note);
    }

    /** The step becomes the other team's, and free. */
    @Needs(Permission.WORK_CASES)
    public void handToTeam(String stepId, String teamKey, String note) {
        OpenStep step = lock(stepId);
        rules.requireMove(current.get(), step);
        Team team = people.team(teamKey).orElseThrow(() -> new NotPermitted("This team does not exist."));
        if (step.team().equals(team.key())) {
            release(stepId);
            return;
        }
        rules.requireSomebodyNamed(step, team, people.membersOf(team.key()));
        if (!step.free()) {
            engine.assign(stepId, null);
        }
        engine.moveToTeam(stepId, team.key());
        record(step, "step.handedOver", Map.of("fromTeam", step.team(), "toTeam", team.key()), note);
        tell(step, "handed over to " + team.name(), note);
    }

    /**
     * Moves many steps at once, for an absence or a leaver: to one person, or back to the team.
     *
     * @param usernameOrNull who gets them; null for the team of each
     * @return those that were moved, as they were; those that ended or changed hands meanwhile are left alone
     */
    @Needs(Permission.ASSIGN_WORK)
    public List<OpenStep> handOverAll(String from, Collection<String> stepIds, String usernameOrNull, String reason) {
        if (stepIds.size() > BULK_LIMIT) {
            throw new NotPermitted("You cannot hand over more than " + BULK_LIMIT + " steps at once.");
        }
        Officer me = current.get();
        Officer to = usernameOrNull == null ? null : person(usernameOrNull);
        List<OpenStep> steps = rows.lockAll(stepIds).stream().filter(step -> step.ownedBy(from))
                .map(sight::seen).toList();
        for (OpenStep step : steps) {
            if (!rules.mayAssign(me, step)) {
                throw new NotPermitted("You cannot move steps of a team that you do not lead.");
            }
            if (to == null) {
                engine.assign(step.stepId(), null);
                record(step, "step.released", Map.of("from", from), reason);
            } else {
                give(step, to, reason);
            }
        }
        return steps;
    }

    /** @param until the day on which it is off hold again; later than today */
    @Needs(Permission.WORK_CASES)
    public void putOnHold(String stepId, HoldReason reason, LocalDate until) {
        OpenStep step = lock(stepId);
        rules.requireMove(current.get(), step);
        if (!until.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("A hold must end after today.");
        }
        rows.hold(stepId, reason, until);
        listeners.forEach(listener -> listener.putOnHold(step, reason, until));
        record(step, "step.putOnHold", Map.of("until", until.toString(), "reason", reason.name()), null);
        tell(step, "put on hold until " + StepWords.day(until) + ": " + reason.title().toLowerCase(Locale.UK),
                null);
    }

    @Needs(Permission.WORK_CASES)
    public void takeOffHold(String stepId) {
        OpenStep step = lock(stepId);
        rules.requireMove(current.get(), step);
        if (step.holdUntil() == null) {
            return;
        }
        rows.hold(stepId, null, null);
        listeners.forEach(listener -> listener.tookOffHold(step));
        record(step, "step.tookOffHold", Map.of(), null);
    }

    private OpenStep take(OpenStep step, Officer me) {
        engine.assign(step.stepId(), me.username());
        record(step, "step.claimed", Map.of(), null);
        return step.heldBy(me.username(), clock.instant());
    }

    private void give(OpenStep step, Officer to, String note) {
        if (step.ownedBy(to.username())) {
            return;
        }
        rules.requireFit(to, step, false);
        engine.assign(step.stepId(), to.username());
        record(step, "step.handedOver",
                Map.of("from", step.free() ? step.team() : step.owner(), "to", to.username()), note);
        tell(step, "handed over to " + to.name(), note);
    }

    private OpenStep lock(String stepId) {
        return rows.lock(stepId).map(sight::seen).orElseThrow(() -> worklist.gone(stepId));
    }

    private Officer person(String username) {
        return people.find(username)
                .orElseThrow(() -> new NotPermitted("This person has no account that can be given work."));
    }

    private void record(OpenStep step, String action, Map<String, String> details, String reason) {
        audit.record(new AuditEntry(step.caseReference().value(), action, step.stepId(), details,
                reason == null || reason.isBlank() ? null : reason, step.provision()));
    }

    private void tell(OpenStep step, String what, String note) {
        timeline.add(step.caseReference(), "step", "‘" + step.name() + "’ " + what,
                note == null || note.isBlank() ? null : note);
    }
}
