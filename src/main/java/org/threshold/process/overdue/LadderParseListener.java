package org.threshold.process.overdue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.EscalationEventDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Ties the overdue timers of every model to their ladders. An escalation carries only a code; so the timer's path
 * records which step is late, and the event sub-process that catches the escalation takes that record's id with it.
 */
@Component
public class LadderParseListener extends AbstractBpmnParseListener {

    static final String STEP_OVERDUE = "stepOverdue";
    static final String LADDER = "overdue-step";
    /** On a user task's element: the id of its overdue timer. */
    private static final String OVERDUE_TIMER = "thresholdOverdueTimer";
    private static final String THROWN = "thresholdThrownEscalation";

    private final LadderListeners listeners;

    LadderParseListener(LadderListeners listeners) {
        this.listeners = listeners;
    }

    /** The id of the element's overdue timer, or null when it has none. */
    public static String overdueTimerOf(ActivityImpl userTask) {
        return (String) userTask.getProperty(OVERDUE_TIMER);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        rememberThrown(element, activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        rememberThrown(element, activity);
    }

    private static void rememberThrown(Element element, ActivityImpl activity) {
        Element thrown = element.element("escalationEventDefinition");
        if (thrown != null) {
            activity.setProperty(THROWN, thrown.attribute("escalationRef"));
        }
    }

    /** Only now are all flows and all escalation codes known. */
    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        Map<String, String> codes = new HashMap<>();
        root.elements("escalation").forEach(each -> codes.put(each.attribute("id"), each.attribute("escalationCode")));
        for (ProcessDefinitionEntity process : processes) {
            tie(process, codes);
            if (process.getKey().equals(LADDER)) {
                process.addBuiltInListener(ExecutionListener.EVENTNAME_START, listeners.ladderBegins());
                watchUserTasks(process);
            }
        }
    }

    private void tie(ScopeImpl scope, Map<String, String> codes) {
        for (EscalationEventDefinition caught : scope.getProperties().get(BpmnProperties.ESCALATION_EVENT_DEFINITIONS)) {
            ActivityImpl handler = (ActivityImpl) caught.getEscalationHandler();
            if (STEP_OVERDUE.equals(caught.getEscalationCode()) && handler.isTriggeredByEvent()) {
                handler.addBuiltInListener(ExecutionListener.EVENTNAME_START, listeners.escalationCaught());
            }
        }
        for (ActivityImpl activity : scope.getActivities()) {
            if (raisesOverdue(activity, codes)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, listeners.stepIsLate());
                ((ActivityImpl) activity.getEventScope()).setProperty(OVERDUE_TIMER, activity.getId());
            }
            tie(activity, codes);
        }
    }

    private static boolean raisesOverdue(ActivityImpl activity, Map<String, String> codes) {
        return "boundaryTimer".equals(activity.getProperties().get(BpmnProperties.TYPE))
                && activity.getOutgoingTransitions().stream().map(PvmTransition::getDestination)
                .anyMatch(target -> STEP_OVERDUE.equals(codes.get((String) target.getProperty(THROWN))));
    }

    private void watchUserTasks(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, listeners.leaderIsAsked());
            }
            watchUserTasks(activity);
        }
    }
}
