package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagrams that can be read aloud: no flow runs through another, through a shape or through words. */
class DiagramLayoutTest {

    /** Lines that only touch a label's box leave its words readable, in pixels. */
    private static final int TOUCH = 3;

    private record Line(String flow, Set<String> ends, Line2D line) {
    }

    private record Box(String owner, boolean label, Rectangle2D area) {
        String name() {
            return label ? "the label of " + owner : owner;
        }
    }

    static Stream<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noFlowCrossesAnother(Path file) {
        List<Line> lines = lines(Bpmn.readModelFromFile(file.toFile()));
        List<String> crossings = new ArrayList<>();
        for (Line one : lines) {
            for (Line other : lines) {
                boolean strangers = one.flow.compareTo(other.flow) < 0 && disjoint(one.ends, other.ends);
                if (strangers && one.line.intersectsLine(other.line)) {
                    crossings.add(one.flow + " crosses " + other.flow);
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noFlowRunsThroughAShapeOrALabel(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        List<String> hits = new ArrayList<>();
        for (Line line : lines(model)) {
            for (Box box : boxes(model)) {
                if ((box.label || !line.ends.contains(box.owner)) && line.line.intersects(box.area)) {
                    hits.add(line.flow + " runs through " + box.name());
                }
            }
        }
        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingLiesOnAnythingElse(Path file) {
        List<Box> boxes = boxes(Bpmn.readModelFromFile(file.toFile()));
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (Box other : boxes.subList(i + 1, boxes.size())) {
                if (boxes.get(i).area.intersects(other.area)) {
                    overlaps.add(boxes.get(i).name() + " lies on " + other.name());
                }
            }
        }
        assertThat(overlaps).isEmpty();
    }

    private static List<Line> lines(BpmnModelInstance model) {
        List<Line> lines = new ArrayList<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            BaseElement flow = edge.getBpmnElement();
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                lines.add(new Line(flow.getId(), ends(flow), new Line2D.Double(points.get(i - 1).getX(),
                        points.get(i - 1).getY(), points.get(i).getX(), points.get(i).getY())));
            }
        }
        return lines;
    }

    /** A boundary event sits on its task; a flow may begin there, and so may the line to what puts the task back. */
    private static Set<String> ends(BaseElement line) {
        BaseElement source = line instanceof SequenceFlow flow ? flow.getSource() : ((Association) line).getSource();
        BaseElement target = line instanceof SequenceFlow flow ? flow.getTarget() : ((Association) line).getTarget();
        Set<String> ends = new HashSet<>(Set.of(source.getId(), target.getId()));
        if (source instanceof BoundaryEvent event) {
            ends.add(event.getAttachedTo().getId());
        }
        return ends;
    }

    /** Shapes and labels; sub-processes hold others, and boundary events lie on their task by their nature. */
    private static List<Box> boxes(BpmnModelInstance model) {
        List<Box> boxes = new ArrayList<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            BaseElement element = shape.getBpmnElement();
            if (!(element instanceof SubProcess) && !(element instanceof BoundaryEvent)) {
                boxes.add(new Box(element.getId(), false, area(shape.getBounds(), 0)));
            }
            label(element, shape.getBpmnLabel(), boxes);
        }
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> label(edge.getBpmnElement(), edge.getBpmnLabel(), boxes));
        return boxes;
    }

    private static void label(BaseElement element, BpmnLabel label, List<Box> boxes) {
        if (label != null && label.getBounds() != null) {
            boxes.add(new Box(element.getId(), true, area(label.getBounds(), TOUCH)));
        }
    }

    private static Rectangle2D area(Bounds bounds, int inset) {
        return new Rectangle2D.Double(bounds.getX() + inset, bounds.getY() + inset, bounds.getWidth() - 2 * inset,
                bounds.getHeight() - 2 * inset);
    }

    private static boolean disjoint(Collection<String> one, Collection<String> other) {
        return one.stream().noneMatch(other::contains);
    }
}
