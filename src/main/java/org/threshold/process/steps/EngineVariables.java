package org.threshold.process.steps;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** Reads the ids that a running process was started with. */
@Component
class EngineVariables implements StepVariables {

    private final ObjectProvider<TaskService> tasks;

    EngineVariables(ObjectProvider<TaskService> tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<Long> id(StepContext step, String name) {
        return Optional.ofNullable((Long) EngineCalls.onStep(() -> tasks.getObject().getVariable(step.stepId(), name)));
    }
}
