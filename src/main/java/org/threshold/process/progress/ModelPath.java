package org.threshold.process.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepPath;

/** Follows the flows of a model from a step to what comes next. A version never changes, so each path is read once. */
@Component
class ModelPath implements StepPath {

    private record Element(String process, int version, String element) {
    }

    private final RepositoryService repository;
    private final Map<Element, List<String>> known = new ConcurrentHashMap<>();

    ModelPath(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<String> after(OpenStep step) {
        return known.computeIfAbsent(new Element(step.processKey(), step.processVersion(), step.elementId()),
                this::read);
    }

    private List<String> read(Element element) {
        ProcessDefinition definition = repository.createProcessDefinitionQuery().processDefinitionKey(element.process)
                .processDefinitionVersion(element.version).singleResult();
        BpmnModelInstance model = definition == null ? null : repository.getBpmnModelInstance(definition.getId());
        if (model == null || !(model.getModelElementById(element.element) instanceof FlowNode step)) {
            return List.of();
        }
        Map<FlowNode, List<SequenceFlow>> flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.groupingBy(SequenceFlow::getSource));
        List<String> phrases = new ArrayList<>();
        follow(flows, step, "", phrases, new HashSet<>());
        return List.copyOf(phrases);
    }

    /** Gateways are passed through: their question and the answer on each flow lead the phrase. */
    private static void follow(Map<FlowNode, List<SequenceFlow>> flows, FlowNode from, String lead,
                               List<String> phrases, Set<String> passed) {
        for (SequenceFlow flow : flows.getOrDefault(from, List.of())) {
            FlowNode to = flow.getTarget();
            String answer = lead + (named(flow.getName()) && from instanceof Gateway
                    ? flow.getName().strip() + ": " : "");
            if (to instanceof Gateway && !(to instanceof EventBasedGateway)) {
                if (passed.add(to.getId())) {
                    boolean asks = named(to.getName()) && flows.getOrDefault(to, List.of()).size() > 1;
                    follow(flows, to, answer + (asks ? to.getName().strip() + " " : ""), phrases, passed);
                }
            } else if (to instanceof EventBasedGateway) {
                follow(flows, to, answer, phrases, passed);
            } else if (named(to.getName()) && !phrases.contains(answer + to.getName().strip())) {
                phrases.add(answer + to.getName().strip());
            }
        }
    }

    private static boolean named(String name) {
        return name != null && !name.isBlank();
    }
}
