package org.threshold.process.model;

import static org.threshold.process.model.AllowedContent.BPMN;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** A diagram can be read aloud, and its ids last: running cases and measures hang on them. */
final class NameRules implements ModelChecker.Rule {

    private static final Pattern VERB_OBJECT = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry("startEvent", Set.of("start")), Map.entry("endEvent", Set.of("end")),
            Map.entry("userTask", Set.of("task")), Map.entry("serviceTask", Set.of("service")),
            Map.entry("businessRuleTask", Set.of("decision")), Map.entry("callActivity", Set.of("call")),
            Map.entry("subProcess", Set.of("sub")), Map.entry("transaction", Set.of("sub")),
            Map.entry("exclusiveGateway", Set.of("gateway")),
            Map.entry("parallelGateway", Set.of("gateway")), Map.entry("inclusiveGateway", Set.of("gateway")),
            Map.entry("eventBasedGateway", Set.of("gateway")),
            Map.entry("boundaryEvent", Set.of("timer", "message", "escalation", "error", "compensation",
                    "cancel")),
            Map.entry("intermediateCatchEvent", Set.of("timer", "message", "link")),
            Map.entry("intermediateThrowEvent", Set.of("escalation", "message", "link", "event")));
    /** A gateway that only joins, or only splits in parallel, asks nothing and may stay without a name. */
    private static final Set<String> MAY_BE_SILENT = Set.of("parallelGateway", "eventBasedGateway");

    @Override
    public void check(Model model, Checking checking) {
        Set<String> seen = new TreeSet<>();
        for (Element element : Xml.everything(model.root)) {
            String id = element.getAttribute("id");
            if (BPMN.equals(element.getNamespaceURI()) && !id.isEmpty() && !seen.add(id)) {
                checking.add(model, element, "the id '" + id + "' is used twice. Give one of them another id.");
            }
        }
        model.nodes().forEach(node -> {
            id(model, node, checking);
            name(model, node, checking);
        });
        model.all("exclusiveGateway", "inclusiveGateway").forEach(gateway -> answers(model, gateway, checking));
        model.all("message").forEach(message -> message(model, message, checking));
    }

    private static void id(Model model, Element node, Checking checking) {
        String id = node.getAttribute("id");
        Set<String> kinds = KINDS.get(node.getLocalName());
        int underscore = id.indexOf('_');
        String kind = underscore < 0 ? "" : id.substring(0, underscore);
        String rest = id.substring(underscore + 1);
        if (!kinds.contains(kind) || !VERB_OBJECT.matcher(rest).matches()) {
            checking.add(model, node, "the id '" + id + "' must be " + String.join(" or ", new TreeSet<>(kinds))
                    + ", an underscore and a verb with its object, such as '" + new TreeSet<>(kinds).first()
                    + "_recordAssessment'. Change the id; do not change it again once cases use it.");
        }
    }

    private static void name(Model model, Element node, Checking checking) {
        if (!node.getAttribute("name").isBlank()) {
            return;
        }
        boolean gateway = node.getLocalName().endsWith("Gateway");
        if (gateway && (MAY_BE_SILENT.contains(node.getLocalName()) || model.after(node).size() < 2)) {
            return;
        }
        checking.add(model, node, gateway ? "the gateway has no question. Name it as a question, such as 'Priority"
                + " need?'." : "has no name. Double-click it and write what happens there.");
    }

    private static void answers(Model model, Element gateway, Checking checking) {
        String id = gateway.getAttribute("id");
        var flows = model.all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(id)).toList();
        if (flows.size() < 2) {
            return;
        }
        for (Element flow : flows) {
            if (flow.getAttribute("name").isBlank()) {
                checking.add(model, flow, "this way out of " + Model.who(gateway)
                        + " has no name. Name it with the answer, such as 'Yes'.");
            }
            boolean otherwise = flow.getAttribute("id").equals(gateway.getAttribute("default"));
            if (!otherwise && Model.text(flow, "conditionExpression").isEmpty()) {
                checking.add(model, flow, "this way out of " + Model.who(gateway) + " has no condition. Set one, or"
                        + " make it the default flow.");
            }
        }
    }

    private static void message(Model model, Element message, Checking checking) {
        if (!message.getAttribute("name").matches("threshold(\\.[a-z][a-zA-Z]*){2,}")) {
            checking.add(model, message, "the message name '" + message.getAttribute("name")
                    + "' must be like 'threshold.approach.withdrawn'. Change it.");
        }
    }
}
