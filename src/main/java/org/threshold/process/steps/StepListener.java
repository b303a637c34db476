package org.threshold.process.steps;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.threshold.worklist.StepEnd;

/** Hears what happens to the user tasks of one element, and has it recorded in the engine's own transaction. */
class StepListener implements TaskListener {

    private final StepModel model;
    private final StepRecorder recorder;

    StepListener(StepModel model, StepRecorder recorder) {
        this.model = model;
        this.recorder = recorder;
    }

    @Override
    public void notify(DelegateTask delegate) {
        TaskEntity task = (TaskEntity) delegate;
        switch (delegate.getEventName()) {
            case EVENTNAME_CREATE -> recorder.opened(task, model);
            case EVENTNAME_ASSIGNMENT -> assigned(task);
            case EVENTNAME_UPDATE -> updated(task);
            case EVENTNAME_COMPLETE -> recorder.ended(task, model, StepEnd.COMPLETED);
            case EVENTNAME_DELETE -> recorder.ended(task, model, StepEnd.CANCELLED);
            default -> throw new IllegalStateException("Not listened for: " + delegate.getEventName());
        }
    }

    private void assigned(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        recorder.assigned(task, change.getOrgValueString(), change.getNewValueString());
    }

    private void updated(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.DUE_DATE);
        if (change != null) {
            recorder.redated(task, (Date) change.getOrgValue());
        }
    }
}
