package org.threshold.process.homelessness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.PlanStep;
import org.threshold.homelessness.PlanTemplates;
import org.threshold.process.Remembered;

/** Plan templates from the decision tables {@code plan-templates} and {@code plan-steps}, in their newest version. */
@Component
class PlanTables implements PlanTemplates {

    static final String TEMPLATES = "plan-templates";
    static final String STEPS = "plan-steps";

    private final ObjectProvider<DecisionService> decisions;
    private final ObjectProvider<RepositoryService> repository;
    /** By the id of the table's version, which never changes what it says. */
    private final Remembered<String, List<Template>> listed = new Remembered<>();
    private final Remembered<Situation, List<Template>> fitting = new Remembered<>();
    private final Remembered<Plan, List<Step>> steps = new Remembered<>();

    private record Situation(String tableId, String reasonForLoss, String accommodationNow) {
    }

    private record Plan(String tableId, String template) {
    }

    PlanTables(ObjectProvider<DecisionService> decisions, ObjectProvider<RepositoryService> repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public List<Template> all() {
        String newest = newest(TEMPLATES);
        return newest == null ? List.of() : listed.get(newest, this::read);
    }

    private String newest(String table) {
        DecisionDefinition definition = repository.getObject().createDecisionDefinitionQuery()
                .decisionDefinitionKey(table).latestVersion().singleResult();
        return definition == null ? null : definition.getId();
    }

    private List<Template> read(String tableId) {
        DecisionTable table = repository.getObject().getDmnModelInstance(tableId)
                .getModelElementsByType(DecisionTable.class).stream()
                .filter(each -> each.getParentElement().getAttributeValue("id").equals(TEMPLATES)).findFirst()
                .orElseThrow();
        Set<Template> templates = new LinkedHashSet<>();
        for (Rule rule : table.getRules()) {
            List<OutputEntry> results = new ArrayList<>(rule.getOutputEntries());
            templates.add(new Template(text(results.get(0)), text(results.get(1))));
        }
        return List.copyOf(templates);
    }

    private static String text(OutputEntry entry) {
        return entry.getText().getTextContent().strip().replaceAll("^\"|\"$", "");
    }

    @Override
    public List<Template> fitting(String reasonForLoss, String accommodationNow) {
        return fitting.get(new Situation(newest(TEMPLATES), reasonForLoss, accommodationNow), this::evaluate);
    }

    private List<Template> evaluate(Situation asked) {
        return decisions.getObject().evaluateDecisionById(asked.tableId())
                .variables(Variables.putValue("reasonForLoss", asked.reasonForLoss())
                        .putValue("accommodationNow", asked.accommodationNow())).evaluate().stream()
                .map(line -> new Template(line.getEntry("template"), line.getEntry("title"))).distinct().toList();
    }

    @Override
    public List<Step> steps(String template) {
        Plan asked = new Plan(newest(STEPS), template);
        return steps.has(asked) || isOne(template) ? steps.get(asked, this::evaluate) : List.of();
    }

    /** The choice comes from a browser, which may send anything: what is in no table would be remembered for ever. */
    private boolean isOne(String template) {
        return all().stream().anyMatch(each -> each.key().equals(template));
    }

    private List<Step> evaluate(Plan asked) {
        return decisions.getObject().evaluateDecisionById(asked.tableId())
                .variables(Variables.putValue("template", asked.template())).evaluate().stream().map(PlanTables::step)
                .toList();
    }

    private static Step step(DmnDecisionResultEntries line) {
        String contact = line.getEntry("contact");
        return new Step(PlanStep.Who.valueOf(line.getEntry("who")), PlanStep.Kind.valueOf(line.getEntry("kind")),
                line.<Number>getEntry("days").intValue(), line.getEntry("what"),
                contact == null || contact.isBlank() ? null : contact);
    }
}
