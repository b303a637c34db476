package org.threshold.process.model;

import static org.threshold.process.model.AllowedContent.BPMN;
import static org.threshold.process.model.AllowedContent.CAMUNDA;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A BPMN file as the rules of the checker read it. */
final class Model {

    static final Set<String> NODES = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
            "intermediateThrowEvent", "boundaryEvent", "userTask", "serviceTask", "businessRuleTask", "callActivity",
            "subProcess", "transaction", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway");

    final ModelFile file;
    final Element root;
    private final Map<String, Element> byId = new LinkedHashMap<>();

    private Model(ModelFile file, Element root) {
        this.file = file;
        this.root = root;
        Xml.everything(root).forEach(element -> byId.putIfAbsent(element.getAttribute("id"), element));
    }

    static Model read(ModelFile file) throws SAXException {
        Document document = Xml.read(file.content());
        return new Model(file, document.getDocumentElement());
    }

    Element byId(String id) {
        return byId.get(id);
    }

    List<Element> all(String... names) {
        Set<String> wanted = Set.of(names);
        return Xml.everything(root).stream()
                .filter(element -> BPMN.equals(element.getNamespaceURI()) && wanted.contains(element.getLocalName()))
                .toList();
    }

    List<Element> nodes() {
        return all(NODES.toArray(String[]::new));
    }

    List<Element> processes() {
        return Xml.children(root, BPMN, "process");
    }

    /** Who is meant, in a sentence: the name and the id of the element that a designer can click on. */
    static String who(Element element) {
        String id = element.getAttribute("id");
        String name = element.getAttribute("name");
        boolean part = id.isEmpty() || element.getLocalName().endsWith("EventDefinition")
                || element.getLocalName().endsWith("LoopCharacteristics");
        if (part && element.getParentNode() instanceof Element parent) {
            return who(parent);
        }
        return name.isBlank() ? id : "'" + name.strip() + "' (" + id + ")";
    }

    static String engine(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    static boolean has(Element element, String child) {
        return !Xml.children(element, BPMN, child).isEmpty();
    }

    static String text(Element element, String child) {
        return Xml.children(element, BPMN, child).stream().findFirst().map(found -> found.getTextContent().strip())
                .orElse("");
    }

    /** Elements of the engine's namespace inside the extensions, such as {@code in} or {@code property}. */
    static List<Element> extensions(Element element, String name) {
        return Xml.children(element, BPMN, "extensionElements").stream()
                .flatMap(extension -> Xml.everything(extension).stream())
                .filter(each -> CAMUNDA.equals(each.getNamespaceURI()) && name.equals(each.getLocalName()))
                .toList();
    }

    static Optional<String> property(Element element, String name) {
        return extensions(element, "property").stream()
                .filter(property -> name.equals(property.getAttribute("name")))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    /** The code of the escalation that an event throws or catches, or empty. */
    String escalation(Element event) {
        return Xml.children(event, BPMN, "escalationEventDefinition").stream()
                .map(definition -> byId(definition.getAttribute("escalationRef")))
                .filter(java.util.Objects::nonNull)
                .map(escalation -> escalation.getAttribute("escalationCode"))
                .findFirst().orElse("");
    }

    List<Element> after(Element node) {
        return all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                .map(flow -> byId(flow.getAttribute("targetRef")))
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
