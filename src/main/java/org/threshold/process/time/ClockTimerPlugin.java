package org.threshold.process.time;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets {@link ClockTimerParseListener} read every model. */
@Component
class ClockTimerPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(new ClockTimerParseListener());
    }
}
