package org.threshold.process.steps;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.insight.StepFacts.StepFact;
import org.threshold.process.overdue.EndedSteps;
import org.threshold.worklist.OpenedStep;
import org.threshold.worklist.StepEnd;
import org.threshold.worklist.StepRows;

/**
 * Writes what happens to a step where it is needed: the worklist's row, the facts of insight, the audit, and the
 * timeline for what people who read a case care about. All in the engine's transaction; what throws here undoes the
 * step as a whole.
 */
@Component
class StepRecorder {

    private final ObjectProvider<StepRows> rows;
    private final ObjectProvider<AuditTrail> audit;
    private final ObjectProvider<Timeline> timeline;
    private final ObjectProvider<CurrentOfficer> officer;
    private final FactBuffer facts;
    private final ObjectProvider<FirstOwner> owners;
    private final EndedSteps endedSteps;
    private final Unrecorded unrecorded;
    private final Clock clock;

    /** The rooms are asked for only when a step happens: they themselves need the engine. */
    StepRecorder(ObjectProvider<StepRows> rows, ObjectProvider<AuditTrail> audit, ObjectProvider<Timeline> timeline,
                 ObjectProvider<CurrentOfficer> officer, ObjectProvider<FirstOwner> owners, FactBuffer facts,
                 EndedSteps endedSteps, Unrecorded unrecorded, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.timeline = timeline;
        this.officer = officer;
        this.owners = owners;
        this.facts = facts;
        this.endedSteps = endedSteps;
        this.unrecorded = unrecorded;
        this.clock = clock;
    }

    void opened(TaskEntity task, StepModel model) {
        if (unrecorded.now()) {
            return;
        }
        ProcessDefinitionEntity process = task.getProcessDefinition();
        String team = teamOf(task);
        Instant now = clock.instant();
        rows.getObject().opened(new OpenedStep(task.getId(), caseOf(task), process.getKey(), process.getVersion(),
                task.getProcessInstanceId(), task.getTaskDefinitionKey(), task.getName(), model.documentation(),
                model.formKey(), team, model.role(), null, laneOf(task), model.inPerson(), model.provision(),
                model.waitsFor(), now, instant(task.getDueDate())));
        fact(task, "CREATED", by(), team, null, now, about(task, model));
        owners.orderedStream().flatMap(each -> each.of(task).stream()).findFirst().ifPresent(task::setAssignee);
    }

    /** The worklist, which knows the note that goes with it, audits who got a step; here only the fact is kept. */
    void assigned(TaskEntity task, String before, String after) {
        rows.getObject().assigned(task.getId(), after);
        String by = by();
        String event = after == null ? "PUT_BACK" : before == null && after.equals(by) ? "PICKED_UP" : "HANDED_OVER";
        fact(task, event, by, null, after, clock.instant());
    }

    void movedToTeam(TaskEntity task, String team) {
        rows.getObject().teamChanged(task.getId(), team);
        fact(task, "HANDED_OVER", by(), team, null, clock.instant());
    }

    void redated(TaskEntity task, Date before) {
        Instant due = instant(task.getDueDate());
        rows.getObject().dueChanged(task.getId(), due);
        fact(task, "REDATED", by(), null, String.valueOf(due), clock.instant());
        Map<String, String> details = details(task, "due", String.valueOf(due));
        details.put("dueBefore", String.valueOf(instant(before)));
        audit(task, "step.redated", details, null);
    }

    /** The step has its new place already, and has left the execution of the old one. */
    void migrated(HistoricTaskInstanceEventEntity moved) {
        CommandContext context = Context.getCommandContext();
        ProcessDefinitionEntity process = Context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedProcessDefinitionById(moved.getProcessDefinitionId());
        ExecutionEntity of = context.getExecutionManager().findExecutionById(moved.getProcessInstanceId());
        facts.add(new StepFact(moved.getTaskId(), of.getProcessBusinessKey(), process.getKey(), process.getVersion(),
                moved.getTaskDefinitionKey(), "MIGRATED", clock.instant(), by(), null, null));
    }

    void ended(TaskEntity task, StepModel model, StepEnd end) {
        if (unrecorded.now()) {
            return;
        }
        Instant now = clock.instant();
        // Read before the row is taken, which may wait for another officer: what the engine knows must be of one piece.
        CaseReference reference = caseOf(task);
        rows.getObject().ended(task.getId(), end, now);
        fact(task, end.name(), by(), null, null, now);
        audit(task, end == StepEnd.COMPLETED ? "step.completed" : "step.cancelled", details(task, null, null),
                model.provision());
        if (end == StepEnd.COMPLETED) {
            timeline.getObject().add(reference, "step", "Step completed: " + task.getName(), null);
        }
        endedSteps.add(task.getId());
    }

    private void fact(TaskEntity task, String event, String by, String team, String detail, Instant at) {
        fact(task, event, by, team, detail, at, Map.of());
    }

    private void fact(TaskEntity task, String event, String by, String team, String detail, Instant at,
                      Map<String, String> about) {
        ProcessDefinitionEntity process = task.getProcessDefinition();
        facts.add(new StepFact(task.getId(), caseOf(task).value(), process.getKey(), process.getVersion(),
                task.getTaskDefinitionKey(), event, at, by, team, detail, about));
    }

    private static Map<String, String> about(TaskEntity task, StepModel model) {
        Map<String, String> about = new TreeMap<>();
        about.put(StepFact.IN_PERSON, String.valueOf(model.inPerson()));
        about.put(StepFact.WAITS_FOR, model.waitsFor());
        String lane = laneOf(task);
        if (lane != null) {
            about.put(StepFact.LANE, lane);
        }
        if (task.getDueDate() != null) {
            about.put(StepFact.DUE, instant(task.getDueDate()).toString());
        }
        Siblings.of(task.getExecution()).ifPresent(siblings -> about.put(StepFact.SIBLINGS, siblings));
        return about;
    }

    private void audit(TaskEntity task, String action, Map<String, String> details, String provision) {
        audit.getObject().record(new AuditEntry(caseOf(task).value(), action, task.getId(), details, null, provision));
    }

    private static Map<String, String> details(TaskEntity task, String key, String value) {
        Map<String, String> details = new TreeMap<>();
        details.put("process", task.getProcessDefinition().getKey());
        details.put("element", task.getTaskDefinitionKey());
        if (value != null) {
            details.put(key, value);
        }
        return details;
    }

    private String by() {
        return officer.getObject().get().username();
    }

    private static CaseReference caseOf(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        String businessKey = execution == null ? null : execution.getProcessBusinessKey();
        if (businessKey == null) {
            throw new IllegalStateException("Step '" + task.getTaskDefinitionKey()
                    + "' belongs to no case: its process was started without the case reference as business key");
        }
        return new CaseReference(businessKey);
    }

    private static String teamOf(TaskEntity task) {
        Collection<IdentityLink> candidates = task.getCandidates();
        return candidates.stream().map(IdentityLink::getGroupId).filter(group -> group != null).findFirst()
                .orElseThrow(() -> new IllegalStateException("Step '" + task.getTaskDefinitionKey()
                        + "' has no team: set its candidate groups"));
    }

    private static String laneOf(TaskEntity task) {
        Object lane = task.getExecution().getVariable("lane");
        return lane == null ? null : lane.toString();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
