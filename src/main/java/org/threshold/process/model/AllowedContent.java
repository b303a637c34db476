package org.threshold.process.model;

import java.util.Set;

/**
 * What a model may be made of. Everything the engine could read beyond these lists (scripts, classes, connectors,
 * mail and shell tasks, form handlers, imports) is refused, both by the checker and by the engine when it reads a
 * model that was never checked.
 */
public final class AllowedContent {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";

    private static final Set<String> DRAWING = Set.of(DIAGRAM, "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    private static final Set<String> BPMN_ELEMENTS = Set.of("definitions", "process", "collaboration", "participant",
            "laneSet", "lane", "flowNodeRef", "extensionElements", "documentation", "startEvent", "endEvent",
            "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "userTask", "serviceTask",
            "businessRuleTask", "callActivity", "subProcess", "transaction", "exclusiveGateway", "parallelGateway",
            "inclusiveGateway", "eventBasedGateway", "sequenceFlow", "incoming", "outgoing", "conditionExpression",
            "timerEventDefinition", "timeDate", "timeDuration", "timeCycle", "messageEventDefinition",
            "escalationEventDefinition", "compensateEventDefinition", "cancelEventDefinition",
            "errorEventDefinition", "terminateEventDefinition", "linkEventDefinition", "message", "escalation", "error",
            "multiInstanceLoopCharacteristics", "loopCardinality",
            "completionCondition", "textAnnotation", "text", "association", "group", "category", "categoryValue");

    private static final Set<String> DRAWING_ELEMENTS = Set.of("BPMNDiagram", "BPMNPlane", "BPMNShape", "BPMNEdge",
            "BPMNLabel", "BPMNLabelStyle", "Bounds", "waypoint", "Font", "extension");

    private static final Set<String> CAMUNDA_ELEMENTS = Set.of("properties", "property", "in", "out",
            "executionListener", "taskListener", "inputOutput", "inputParameter", "outputParameter",
            "failedJobRetryTimeCycle");

    /** Attributes in the engine's namespace, on BPMN elements. */
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of("asyncBefore", "asyncAfter", "exclusive", "formRef",
            "formRefBinding", "candidateGroups", "dueDate", "delegateExpression", "decisionRef",
            "decisionRefBinding", "mapDecisionResult", "resultVariable", "calledElementBinding",
            "historyTimeToLive", "versionTag", "isStartableInTasklist", "collection", "elementVariable",
            "escalationCodeVariable", "errorCodeVariable", "errorMessageVariable", "jobPriority", "modelerTemplate",
            "modelerTemplateVersion", "modelerTemplateIcon");

    /** Attributes without a namespace, on elements of the engine's namespace. */
    private static final Set<String> PLAIN_ATTRIBUTES = Set.of("id", "name", "value", "source", "sourceExpression",
            "target", "businessKey", "variables", "local", "event", "delegateExpression");

    /** Standard BPMN attributes that would start a script. */
    private static final Set<String> SCRIPT_ATTRIBUTES = Set.of("language", "scriptFormat");

    private static final String OLD_ENGINE = "http://activiti.org/bpmn";

    private AllowedContent() {
    }

    public static boolean element(String namespace, String name) {
        if (CAMUNDA.equals(namespace)) {
            return CAMUNDA_ELEMENTS.contains(name);
        }
        return BPMN.equals(namespace) && BPMN_ELEMENTS.contains(name)
                || DRAWING.contains(namespace) && DRAWING_ELEMENTS.contains(name);
    }

    /** Whether the attribute may stand on the element; namespaces are empty or null where there is none. */
    public static boolean attribute(String elementNamespace, String attributeNamespace, String name) {
        if (CAMUNDA.equals(attributeNamespace)) {
            return BPMN.equals(elementNamespace) && CAMUNDA_ATTRIBUTES.contains(name);
        }
        if (attributeNamespace != null && !attributeNamespace.isEmpty()) {
            return !OLD_ENGINE.equals(attributeNamespace);
        }
        if (name.startsWith("xmlns")) {
            return true;
        }
        return CAMUNDA.equals(elementNamespace) ? PLAIN_ATTRIBUTES.contains(name) : !SCRIPT_ATTRIBUTES.contains(name);
    }
}
