package org.threshold.casepage.web;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The named elements of a BPMN model in the order in which its diagram is read: from left to right, top to bottom. */
final class ModelOutline {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final Set<String> STEPS = Set.of("userTask", "callActivity");
    private static final Set<String> SHOWN_WHILE_THERE = Set.of("userTask", "callActivity", "intermediateCatchEvent",
            "receiveTask", "serviceTask");
    private static final int MOST_KEPT = 100;

    /** Models never change once deployed, and there are few. */
    private static final Map<String, List<Element>> KEPT = new ConcurrentHashMap<>();

    /** @param step an officer's step or a called process; otherwise shown only while the case waits there */
    record Element(String id, String name, boolean step) {
    }

    private record Place(Element element, double x, double y) {
    }

    private ModelOutline() {
    }

    static List<Element> of(String xml) {
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(xml, ModelOutline::read);
    }

    private static List<Element> read(String xml) {
        Document document = parse(xml);
        Map<String, double[]> places = places(document);
        List<Place> found = new ArrayList<>();
        NodeList all = document.getElementsByTagNameNS(MODEL, "*");
        for (int i = 0; i < all.getLength(); i++) {
            org.w3c.dom.Element node = (org.w3c.dom.Element) all.item(i);
            boolean step = STEPS.contains(node.getLocalName()) && !onTheSide(node);
            if ((step || SHOWN_WHILE_THERE.contains(node.getLocalName())) && !node.getAttribute("name").isEmpty()) {
                double[] at = places.getOrDefault(node.getAttribute("id"), new double[] {0, 0});
                String name = node.getAttribute("name").replaceAll("\\s+", " ");
                found.add(new Place(new Element(node.getAttribute("id"), name, step), at[0], at[1]));
            }
        }
        found.sort(Comparator.comparingDouble(Place::x).thenComparingDouble(Place::y));
        return found.stream().map(Place::element).toList();
    }

    /** What only an event starts, such as a withdrawal or the ladder of a late step, is no stage of the way. */
    private static boolean onTheSide(org.w3c.dom.Element node) {
        return node.getParentNode() instanceof org.w3c.dom.Element parent
                && parent.getAttribute("triggeredByEvent").equals("true");
    }

    private static Map<String, double[]> places(Document document) {
        Map<String, double[]> places = new HashMap<>();
        NodeList shapes = document.getElementsByTagNameNS(DIAGRAM, "BPMNShape");
        for (int i = 0; i < shapes.getLength(); i++) {
            org.w3c.dom.Element shape = (org.w3c.dom.Element) shapes.item(i);
            Node bounds = shape.getElementsByTagNameNS(BOUNDS, "Bounds").item(0);
            if (bounds instanceof org.w3c.dom.Element box) {
                places.put(shape.getAttribute("bpmnElement"), new double[] {
                        Double.parseDouble(box.getAttribute("x")), Double.parseDouble(box.getAttribute("y"))});
            }
        }
        return places;
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalStateException("A deployed model cannot be read", e);
        }
    }
}
