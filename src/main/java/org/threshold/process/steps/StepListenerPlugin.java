package org.threshold.process.steps;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.threshold.process.overdue.LadderParseListener;

/** Puts our listeners into every model that the engine parses. */
@Component
class StepListenerPlugin extends AbstractProcessEnginePlugin {

    private final StepRecorder recorder;
    private final LadderParseListener ladders;

    StepListenerPlugin(StepRecorder recorder, LadderParseListener ladders) {
        this.recorder = recorder;
        this.ladders = ladders;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new MovedSteps(recorder));
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(new StepParseListener(recorder));
        engine.getCustomPostBPMNParseListeners().add(ladders);
    }
}
