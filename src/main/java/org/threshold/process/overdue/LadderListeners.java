package org.threshold.process.overdue;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;
import org.threshold.worklist.OverdueBoard.Rung;

/** What happens between an overdue timer and its ladder; {@link LadderParseListener} puts each at its place. */
@Component
class LadderListeners {

    static final String OVERDUE_ID = "overdueId";

    private final Ladders ladders;
    /** From the timer to the event sub-process: both run in one engine command, on one thread. */
    private final ThreadLocal<Raised> raised = new ThreadLocal<>();

    LadderListeners(Ladders ladders) {
        this.ladders = ladders;
    }

    private record Raised(CommandContext command, UUID overdueId) {
    }

    ExecutionListener stepIsLate() {
        return execution -> {
            CommandContext command = Context.getCommandContext();
            UUID id = ladders.raise(lateTask(command, execution));
            raised.set(new Raised(command, id));
        };
    }

    /**
     * The very task whose timer fired: the timer's job belongs to the task's own execution, so two copies of one step
     * that are late at once are told apart.
     */
    private static TaskEntity lateTask(CommandContext command, DelegateExecution execution) {
        JobEntity job = command.getCurrentJob();
        if (job == null) {
            throw new IllegalStateException("Overdue timer '" + execution.getCurrentActivityId() + "' fired without a job");
        }
        ExecutionEntity waiting = command.getExecutionManager().findExecutionById(job.getExecutionId());
        List<TaskEntity> tasks = waiting.getTasks();
        if (tasks.size() != 1) {
            throw new IllegalStateException("Overdue timer '" + execution.getCurrentActivityId() + "' belongs to "
                    + tasks.size() + " steps, not to one");
        }
        return tasks.get(0);
    }

    ExecutionListener escalationCaught() {
        return execution -> {
            Raised late = raised.get();
            raised.remove();
            if (late == null || late.command() != Context.getCommandContext()) {
                throw new IllegalStateException("Escalation '" + LadderParseListener.STEP_OVERDUE
                        + "' was not raised by the overdue timer of a step");
            }
            execution.setVariableLocal(OVERDUE_ID, late.overdueId().toString());
        };
    }

    ExecutionListener ladderBegins() {
        return execution -> ladders.began(overdueId(execution), execution.getProcessInstanceId());
    }

    ExecutionListener leaderIsAsked() {
        return execution -> ladders.climb(overdueId(execution), Rung.TEAM_LEADER);
    }

    static UUID overdueId(DelegateExecution execution) {
        Object id = execution.getVariable(OVERDUE_ID);
        if (id == null) {
            throw new IllegalStateException("A ladder was started without the id of its overdue step");
        }
        return UUID.fromString(id.toString());
    }
}
