package org.threshold.process.steps;

import java.util.Date;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.threshold.process.overdue.EndedSteps;
import org.threshold.process.overdue.LadderParseListener;

/**
 * Moves a step's due date and its overdue timer with it; the engine itself would leave the timer where it was.
 *
 * @param rearm whether a timer that has already fired is set again: the ladder that it started then ends, and a new
 *              one begins if the step is late again
 */
record ChangeDue(String stepId, Date due, boolean rearm, EndedSteps endedSteps) implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(stepId);
        if (task == null) {
            throw new NotFoundException("No step " + stepId);
        }
        task.setDueDate(due);
        task.triggerUpdateEvent();
        ExecutionEntity execution = task.getExecution();
        String timer = LadderParseListener.overdueTimerOf(execution.getActivity());
        if (timer != null && !moveTimer(context, execution, timer) && rearm && due.after(ClockUtil.getCurrentTime())) {
            endedSteps.add(stepId);
            setAgain(execution, timer);
        }
        return null;
    }

    private boolean moveTimer(CommandContext context, ExecutionEntity execution, String timer) {
        boolean moved = false;
        for (TimerEntity job : context.getJobManager().findTimersByExecutionId(execution.getId())) {
            if (job.getJobHandlerConfiguration() instanceof TimerJobConfiguration configuration
                    && timer.equals(configuration.getTimerElementKey())) {
                job.setDuedate(due);
                moved = true;
            }
        }
        return moved;
    }

    private void setAgain(ExecutionEntity execution, String timer) {
        ActivityImpl step = execution.getActivity();
        TimerDeclarationImpl declaration = TimerDeclarationImpl.getDeclarationsForScope(step).get(timer);
        declaration.createTimer(execution).setDuedate(due);
    }
}
