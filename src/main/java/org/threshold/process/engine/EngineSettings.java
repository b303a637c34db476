package org.threshold.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.process.Catalogue;

/** How the engine runs here; what differs from its defaults, and why. Times of the job executor are in application.yml. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    /** Seven more tries, spread over nearly two days: a night's outage must not silence a clock. */
    private static final String TRIES = "PT10S,PT1M,PT10M,PT1H,PT6H,PT12H,P1D";
    /** No page of ours asks for more; a mistake cannot fill the memory. */
    private static final int LARGEST_RESULT = 1000;

    private final Catalogue catalogue;
    private final ObjectProvider<CurrentOfficer> officer;

    EngineSettings(Catalogue catalogue, ObjectProvider<CurrentOfficer> officer) {
        this.catalogue = catalogue;
        this.officer = officer;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineSafety.harden(engine, catalogue);
        EngineSafety.guardModels(engine);
        lean(engine);
        clocks(engine);
        officer.ifAvailable(current -> EngineSafety.beforeEachCommand(engine, new ActingOfficer(engine, current),
                new ActingOfficer(engine, current)));
    }

    /** Fewer statements and rows for each step: what the product has better itself, the engine does not write. */
    private static void lean(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new LeanHistory()));
        engine.setHistory(LeanHistory.NAME);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfigurationImpl.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setStandaloneTasksEnabled(false);
        // Who may do what is decided by the access room, before the engine is asked.
        engine.setAuthorizationEnabled(false);
        engine.setQueryMaxResultsLimit(LARGEST_RESULT);
        engine.setSkipOutputMappingOnCanceledActivities(true);
    }

    /** Nearly all jobs are clocks that run out on a later day: the oldest due goes first, found through an index. */
    private static void clocks(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorPreferTimerJobs(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnsureJobDueDateNotNull(true);
        engine.setFailedJobRetryTimeCycle(TRIES);
        engine.setJobExecutorDeploymentAware(false);
    }
}
