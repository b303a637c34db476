package org.threshold.process.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Writes down which elements of a model are entered and which flows are taken, in any test that asks for it. Sits
 * beside the product's own listeners in the shared engine, and does nothing until {@link #begin}.
 */
@Component
class Visits extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> ofModels = new ConcurrentHashMap<>();
    private final Map<String, List<String>> ofCases = new ConcurrentHashMap<>();
    private volatile boolean recording;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(new Watcher());
    }

    /** Forgets what was written down, and begins again. */
    void begin() {
        ofModels.clear();
        ofCases.clear();
        recording = true;
    }

    void end() {
        recording = false;
    }

    /** The ids of the elements and flows of the model that any case came through. */
    Set<String> ofModel(String key) {
        return ofModels.getOrDefault(key, Set.of());
    }

    /** The ids of the elements that the case came to in any of its processes, in order. */
    List<String> ofCase(String businessKey) {
        return List.copyOf(ofCases.getOrDefault(businessKey, List.of()));
    }

    private void visit(String model, String element) {
        if (recording) {
            ofModels.computeIfAbsent(model, key -> ConcurrentHashMap.newKeySet()).add(element);
        }
    }

    private void visit(DelegateExecution execution, String model, String element) {
        visit(model, element);
        if (recording && execution.getProcessBusinessKey() != null) {
            ofCases.computeIfAbsent(execution.getProcessBusinessKey(), key -> new CopyOnWriteArrayList<>())
                    .add(element);
        }
    }

    private final class Watcher extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
            processes.forEach(process -> watch(process.getKey(), process));
        }

        private void watch(String model, ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                ExecutionListener entered = execution -> visit(execution, model, activity.getId());
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, entered);
                for (PvmTransition transition : activity.getOutgoingTransitions()) {
                    ExecutionListener taken = execution -> visit(model, transition.getId());
                    ((TransitionImpl) transition).addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, taken);
                }
                watch(model, activity);
            }
        }
    }
}
