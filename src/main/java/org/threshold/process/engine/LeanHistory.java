package org.threshold.process.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The engine's own history, reduced to one row for each process of a case: which version it ran on, when it started
 * and ended, and when it was moved to another version. Steps, their times and who decided what are in our own facts
 * and audit, written in the same commit; that a step was moved to another version is told, and only our facts keep it.
 */
class LeanHistory implements HistoryLevel {

    static final String NAME = "lean";

    @Override
    public int getId() {
        return 7;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type == HistoryEventTypes.PROCESS_INSTANCE_START || type == HistoryEventTypes.PROCESS_INSTANCE_END
                || type == HistoryEventTypes.PROCESS_INSTANCE_MIGRATE
                || type == HistoryEventTypes.TASK_INSTANCE_MIGRATE;
    }
}
