package org.threshold.process.steps;

import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Hears that an open step was moved to another version of its process, for which the engine has no listener but its
 * history. The engine keeps no history of steps, so that event is written nowhere else.
 */
class MovedSteps extends DbHistoryEventHandler {

    private final StepRecorder recorder;

    MovedSteps(StepRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity moved
                && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
            recorder.migrated(moved);
        } else {
            super.handleEvent(event);
        }
    }
}
