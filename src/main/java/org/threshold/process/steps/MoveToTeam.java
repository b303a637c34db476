package org.threshold.process.steps;

import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;

/** Gives a step to another team; its owner, if any, stays. */
record MoveToTeam(String stepId, String team, StepRecorder recorder) implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(stepId);
        if (task == null) {
            throw new NotFoundException("No step " + stepId);
        }
        for (IdentityLink candidate : task.getCandidates()) {
            task.deleteIdentityLink(candidate.getUserId(), candidate.getGroupId(), IdentityLinkType.CANDIDATE);
        }
        task.addIdentityLink(null, team, IdentityLinkType.CANDIDATE);
        task.triggerUpdateEvent();
        recorder.movedToTeam(task, team);
        return null;
    }
}
