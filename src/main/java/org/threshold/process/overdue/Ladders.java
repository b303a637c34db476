package org.threshold.process.overdue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.RestrictedCases;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.process.time.Standards;
import org.threshold.worklist.OverdueBoard;

/** The ladders of late steps: raised, climbed, and shown to those who answer for the teams. */
@Service
@Needs(Permission.UNBLOCK_OVERDUE)
class Ladders implements OverdueBoard {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    /** How long a reminder is given to work, in the service standards. */
    private static final String REMINDER = "overdue-reminder";

    private final OverdueRows rows;
    private final ObjectProvider<AuditTrail> audit;
    private final ObjectProvider<Timeline> timeline;
    private final ObjectProvider<RestrictedCases> restricted;
    private final Standards standards;
    private final Clock clock;

    Ladders(OverdueRows rows, ObjectProvider<AuditTrail> audit, ObjectProvider<Timeline> timeline,
            ObjectProvider<RestrictedCases> restricted, Standards standards, Clock clock) {
        this.rows = rows;
        this.restricted = restricted;
        this.standards = standards;
        this.audit = audit;
        this.timeline = timeline;
        this.clock = clock;
    }

    UUID raise(TaskEntity task) {
        Instant now = clock.instant();
        Instant due = task.getDueDate() == null ? now : task.getDueDate().toInstant();
        Object lane = task.getExecution().getVariable("lane");
        OverdueStep step = new OverdueStep(UUID.randomUUID(), task.getId(),
                task.getExecution().getProcessBusinessKey(), task.getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(), task.getName(), teamOf(task), task.getAssignee(),
                lane == null ? null : lane.toString(), due, now, Rung.REMINDED, now, null, null);
        rows.add(step);
        record(step, "step.overdue", Map.of());
        timeline.getObject().add(new CaseReference(step.caseReference()), "step", "Overdue: " + step.stepName(),
                "It was due on " + say(due) + ".");
        return step.id();
    }

    /** The instant in London's time and in words. */
    String say(Instant instant) {
        return WHEN.format(ZonedDateTime.ofInstant(instant, clock.getZone()));
    }

    void began(UUID id, String processInstanceId) {
        rows.ladderBegan(id, processInstanceId);
    }

    void climb(UUID id, Rung rung) {
        rows.climbed(id, rung, clock.instant());
        OverdueStep step = get(id);
        record(step, "step.escalated", Map.of("rung", rung.name()));
        if (rung != Rung.REMINDED) {
            restricted.getObject().workIsLate(step.caseReference(), step.stepName());
        }
    }

    /**
     * Somebody acted on a late step. Where that gave it no new date, the ladder rests for as long as after a reminder, so that its
     * new owner is not reminded in the minute in which they got it.
     */
    void acted(OverdueStep step, String action, String cause, String owner, Instant dueAt, String reason) {
        Instant now = clock.instant();
        Instant restsUntil = dueAt.isAfter(now) ? dueAt
                : standards.due(REMINDER, step.lane()).toInstant();
        rows.acted(step.id(), action, cause, owner, dueAt, restsUntil);
        Map<String, String> details = details(step);
        details.put("action", action);
        details.put("cause", cause);
        audit.getObject().record(
                new AuditEntry(step.caseReference(), "step.unblocked", step.stepId(), details, reason, null));
    }

    OverdueStep get(UUID id) {
        return rows.find(id).orElseThrow(() -> new IllegalStateException("There is no overdue step " + id));
    }

    @Override
    public List<Escalation> escalationsOf(Collection<String> teams) {
        return rows.openOf(teams, clock.instant()).stream()
                .map(step -> new Escalation(step.id().toString(), step.stepId(), step.rung(), step.raisedAt(),
                        step.rungAt()))
                .toList();
    }

    private void record(OverdueStep step, String action, Map<String, String> more) {
        Map<String, String> details = details(step);
        details.putAll(more);
        audit.getObject().record(new AuditEntry(step.caseReference(), action, step.stepId(), details, null, null));
    }

    private static Map<String, String> details(OverdueStep step) {
        Map<String, String> details = new TreeMap<>();
        details.put("process", step.processKey());
        details.put("element", step.elementId());
        return details;
    }

    private static String teamOf(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null)
                .findFirst().orElse(null);
    }
}
