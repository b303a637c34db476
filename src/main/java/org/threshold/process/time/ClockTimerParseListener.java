package org.threshold.process.time;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Marks the timers that run out with a statutory clock, so that they follow when that clock moves. */
class ClockTimerParseListener extends AbstractBpmnParseListener {

    private static final String FOLLOWS_CLOCKS = "thresholdFollowsClocks";

    static boolean followsClocks(ActivityImpl activity) {
        return activity != null && Boolean.TRUE.equals(activity.getProperty(FOLLOWS_CLOCKS));
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element definition, boolean interrupting, ActivityImpl activity) {
        mark(definition, activity);
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element definition, ActivityImpl activity) {
        mark(definition, activity);
    }

    @Override
    public void parseStartEvent(Element start, ScopeImpl scope, ActivityImpl activity) {
        mark(start.element("timerEventDefinition"), activity);
    }

    private static void mark(Element definition, ActivityImpl activity) {
        Element date = definition == null ? null : definition.element("timeDate");
        if (date != null && date.getText().contains("clocks.")) {
            activity.setProperty(FOLLOWS_CLOCKS, true);
        }
    }
}
