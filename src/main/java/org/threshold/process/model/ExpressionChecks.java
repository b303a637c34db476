package org.threshold.process.model;

import static org.threshold.process.model.AllowedContent.BPMN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.threshold.process.Catalogue;
import org.threshold.process.engine.ExpressionRules;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Every expression can be read, calls only the catalogue, and names only variables that something sets. */
final class ExpressionChecks implements ModelChecker.Rule {

    private static final Set<String> TEXTS = Set.of("conditionExpression", "timeDate", "timeDuration", "timeCycle",
            "loopCardinality", "completionCondition", "inputParameter", "outputParameter");

    private final ExpressionRules rules;

    ExpressionChecks(Catalogue catalogue) {
        this.rules = new ExpressionRules(catalogue);
    }

    @Override
    public void check(Model model, Checking checking) {
        Set<String> known = new TreeSet<>(checking.variables);
        known.addAll(setIn(model));
        for (Element element : Xml.everything(model.root)) {
            for (String expression : expressions(element)) {
                ExpressionRules.Reading reading = rules.read(expression);
                reading.mistakes().forEach(mistake ->
                        checking.add(model, element, mistake + ". Change the expression " + expression + "."));
                reading.variables().stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> checking.add(model, element, unknown(name, known)));
            }
        }
    }

    private static Set<String> setIn(Model model) {
        Set<String> names = new TreeSet<>();
        model.all("businessRuleTask").forEach(task -> names.add(Model.engine(task, "resultVariable")));
        model.all("multiInstanceLoopCharacteristics")
                .forEach(loop -> names.add(Model.engine(loop, "elementVariable")));
        for (Element node : model.nodes()) {
            Model.extensions(node, "out").forEach(out -> names.add(out.getAttribute("target")));
            Model.extensions(node, "inputParameter").forEach(input -> names.add(input.getAttribute("name")));
            Model.extensions(node, "outputParameter").forEach(output -> names.add(output.getAttribute("name")));
        }
        return names;
    }

    private static List<String> expressions(Element element) {
        List<String> found = new ArrayList<>();
        if (BPMN.equals(element.getNamespaceURI()) && element.getLocalName().equals("documentation")) {
            return found;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            // A delegate's name is looked up by the rules for service tasks.
            if (!"delegateExpression".equals(attribute.getLocalName())) {
                found.add(attribute.getValue());
            }
        }
        if (TEXTS.contains(element.getLocalName())) {
            found.add(element.getTextContent().strip());
        }
        return found.stream().filter(text -> text.contains("${") || text.contains("#{")).toList();
    }

    private static String unknown(String name, Set<String> known) {
        Map<Integer, String> byDistance = new LinkedHashMap<>();
        known.forEach(each -> byDistance.merge(distance(name, each), each, (first, second) -> first));
        int nearest = byDistance.keySet().stream().min(Integer::compare).orElse(99);
        String guess = nearest <= 3 ? " Did you mean '" + byDistance.get(nearest) + "'?" : "";
        return "nothing sets the variable '" + name + "'." + guess + " Mark the question in the form as a process"
                + " variable, or use a variable that is set.";
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
