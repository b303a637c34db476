package org.threshold.process.progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import org.threshold.process.LiveModels;
import org.threshold.process.store.EngineRows;

/** A version never changes, so each is read once from the engine's repository. */
@Component
class DeployedModels implements LiveModels {

    private static final String LADDER = "overdue-step";

    private final EngineRows rows;
    private final RepositoryService repository;
    private final Map<String, LiveModel> known = new ConcurrentHashMap<>();

    DeployedModels(EngineRows rows, RepositoryService repository) {
        this.rows = rows;
        this.repository = repository;
    }

    @Override
    public List<LiveModel> all() {
        return rows.newestDefinitions().stream().map(this::model)
                .sorted(Comparator.comparing(LiveModel::name).thenComparing(LiveModel::key)).toList();
    }

    @Override
    public Optional<LiveModel> find(String key, int version) {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(key)
                .processDefinitionVersion(version).singleResult()).map(definition -> model(definition.getId()));
    }

    private LiveModel model(String definitionId) {
        return known.computeIfAbsent(definitionId, this::read);
    }

    private LiveModel read(String definitionId) {
        ProcessDefinition definition = repository.getProcessDefinition(definitionId);
        BpmnModelInstance bpmn = repository.getBpmnModelInstance(definitionId);
        Map<String, String> steps = new LinkedHashMap<>();
        bpmn.getModelElementsByType(UserTask.class).forEach(task -> steps.put(task.getId(), name(task)));
        Map<String, String> calls = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        bpmn.getModelElementsByType(CallActivity.class).stream()
                .filter(call -> call.getCalledElement() != null && !LADDER.equals(call.getCalledElement()))
                .forEach(call -> {
                    calls.put(call.getId(), call.getCalledElement());
                    names.put(call.getId(), name(call));
                });
        String name = definition.getName() == null ? definition.getKey() : definition.getName();
        return new LiveModel(definition.getKey(), name, definition.getVersion(), xml(definitionId),
                Map.copyOf(steps), Map.copyOf(calls), Map.copyOf(names), clocked(bpmn));
    }

    /** A timer at the end of a clock, which may let the step go on; a reminder before it is none. */
    private static Set<String> clocked(BpmnModelInstance bpmn) {
        return bpmn.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getEventDefinitions().stream().anyMatch(DeployedModels::isTheEndOfAClock))
                .map(event -> event.getAttachedTo().getId()).collect(Collectors.toSet());
    }

    private static boolean isTheEndOfAClock(EventDefinition definition) {
        return definition instanceof TimerEventDefinition timer && timer.getTimeDate() != null
                && timer.getTimeDate().getTextContent().contains("clocks.endOf(");
    }

    private static String name(FlowElement element) {
        return element.getName() == null ? element.getId() : element.getName().replaceAll("\\s+", " ").strip();
    }

    private String xml(String definitionId) {
        try (InputStream xml = repository.getProcessModel(definitionId)) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the model of " + definitionId, e);
        }
    }
}
