package org.threshold.process.progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.springframework.stereotype.Service;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.insight.StepFacts;
import org.threshold.insight.StepFacts.StepFact;
import org.threshold.process.CaseProgress;
import org.threshold.process.store.EngineRows;
import org.threshold.process.store.EngineRows.ProcessRow;

/**
 * Where the processes wait is read from the engine's executions, what was done from our own facts: four statements for
 * a case, however many processes it has. Models do not change, so each is read once.
 */
@Service
@Needs(Permission.VIEW_CASES)
class EngineProgress implements CaseProgress {

    private static final String LADDER = "overdue-step";

    private final EngineRows rows;
    private final StepFacts facts;
    private final RepositoryService repository;
    private final Map<String, Model> models = new ConcurrentHashMap<>();

    EngineProgress(EngineRows rows, StepFacts facts, ProcessEngine engine) {
        this.rows = rows;
        this.facts = facts;
        this.repository = engine.getRepositoryService();
    }

    /** @param calls called process by the id of the call activity */
    private record Model(String key, String name, int version, String xml, Map<String, String> calls) {
    }

    @Override
    public List<ProcessProgress> of(CaseReference reference) {
        Map<String, ProcessRow> latest = latestOfEachKey(rows.processesOf(reference.value()));
        Map<String, Set<String>> current = currentElements(reference);
        Map<String, Set<String>> done = completedSteps(reference);
        Set<String> ended = latest.entrySet().stream().filter(each -> each.getValue().ended()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return latest.values().stream().map(row -> progress(row, current, done, ended)).toList();
    }

    /** A process that a case went through twice is shown once, as it is now. */
    private Map<String, ProcessRow> latestOfEachKey(List<ProcessRow> all) {
        Map<String, ProcessRow> latest = new LinkedHashMap<>();
        for (ProcessRow row : all) {
            String key = model(row.processDefinitionId()).key();
            if (!key.equals(LADDER)) {
                latest.put(key, row);
            }
        }
        return latest;
    }

    private Map<String, Set<String>> currentElements(CaseReference reference) {
        Map<String, Set<String>> current = new LinkedHashMap<>();
        rows.currentElements(reference.value()).forEach(
                pair -> current.computeIfAbsent(pair[0], instance -> new LinkedHashSet<>()).add(pair[1]));
        return current;
    }

    private Map<String, Set<String>> completedSteps(CaseReference reference) {
        Map<String, Set<String>> done = new LinkedHashMap<>();
        facts.of(reference.value()).stream().filter(fact -> fact.event().equals("COMPLETED")).forEach(
                fact -> done.computeIfAbsent(fact.processKey(), key -> new LinkedHashSet<>()).add(fact.elementId()));
        return done;
    }

    private ProcessProgress progress(ProcessRow row, Map<String, Set<String>> current, Map<String, Set<String>> steps,
                                     Set<String> ended) {
        Model model = model(row.processDefinitionId());
        Set<String> now = row.ended() ? Set.of() : current.getOrDefault(row.processInstanceId(), Set.of());
        Set<String> done = new LinkedHashSet<>(steps.getOrDefault(model.key(), Set.of()));
        model.calls().forEach((element, called) -> {
            if (ended.contains(called) && !now.contains(element)) {
                done.add(element);
            }
        });
        return new ProcessProgress(model.key(), model.name(), model.version(),
                row.ended() ? null : row.processInstanceId(), now, done, model.xml());
    }

    private Model model(String definitionId) {
        return models.computeIfAbsent(definitionId, this::read);
    }

    private Model read(String definitionId) {
        ProcessDefinition definition = repository.getProcessDefinition(definitionId);
        BpmnModelInstance bpmn = repository.getBpmnModelInstance(definitionId);
        Map<String, String> calls = bpmn.getModelElementsByType(CallActivity.class).stream()
                .filter(call -> call.getCalledElement() != null)
                .collect(Collectors.toMap(CallActivity::getId, CallActivity::getCalledElement));
        try (InputStream xml = repository.getProcessModel(definitionId)) {
            return new Model(definition.getKey(), definition.getName(), definition.getVersion(),
                    new String(xml.readAllBytes(), StandardCharsets.UTF_8), calls);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the model of " + definitionId, e);
        }
    }
}
