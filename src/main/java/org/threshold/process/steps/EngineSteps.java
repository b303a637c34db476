package org.threshold.process.steps;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.process.overdue.EndedSteps;
import org.threshold.process.overdue.LateSteps;
import org.threshold.worklist.StepEngine;

/** The worklist's view of the engine. Listeners on the user tasks write what each of these changes. */
@Service
@Needs(Permission.WORK_CASES)
@Transactional
class EngineSteps implements StepEngine, LateSteps {

    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final StepRecorder recorder;
    private final EndedSteps endedSteps;

    EngineSteps(ProcessEngine engine, StepRecorder recorder, EndedSteps endedSteps) {
        this.tasks = engine.getTaskService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.recorder = recorder;
        this.endedSteps = endedSteps;
    }

    @Override
    public void assign(String stepId, String usernameOrNull) {
        EngineCalls.onStep(() -> {
            tasks.setAssignee(stepId, usernameOrNull);
            return null;
        });
    }

    @Override
    public void moveToTeam(String stepId, String team) {
        run(new MoveToTeam(stepId, team, recorder));
    }

    @Override
    public void changeDue(String stepId, Instant due) {
        run(new ChangeDue(stepId, date(due), true, endedSteps));
    }

    @Override
    public void giveUntil(String stepId, Instant due) {
        run(new ChangeDue(stepId, date(due), false, endedSteps));
    }

    @Override
    public void complete(String stepId, Map<String, Object> variables) {
        EngineCalls.onStep(() -> {
            tasks.complete(stepId, variables);
            return null;
        });
    }

    private void run(Command<Void> command) {
        EngineCalls.onStep(() -> engine.getCommandExecutorTxRequired().execute(command));
    }

    /** As precise as due dates are set by the service standards. */
    private static Date date(Instant due) {
        return Date.from(due.truncatedTo(ChronoUnit.MINUTES));
    }
}
