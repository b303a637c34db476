package org.threshold.process.model;

import static org.threshold.process.model.AllowedContent.DIAGRAM;

import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** Everything that runs is drawn: the case page shows where a case is on this very diagram. */
final class DiagramRules implements ModelChecker.Rule {

    @Override
    public void check(Model model, Checking checking) {
        Set<String> drawn = new TreeSet<>();
        for (Element element : Xml.everything(model.root)) {
            if (DIAGRAM.equals(element.getNamespaceURI())) {
                String id = element.getAttribute("bpmnElement");
                drawn.add(id);
                if (!id.isEmpty() && model.byId(id) == null) {
                    checking.add(model.file, "'" + id + "'", "is drawn but is not in the process. Remove it from the"
                            + " diagram.");
                }
            }
        }
        model.nodes().stream().filter(node -> !drawn.contains(node.getAttribute("id")))
                .forEach(node -> checking.add(model, node, "is not drawn. Open the file in Camunda Modeler, delete the"
                        + " element and draw it again."));
        model.all("sequenceFlow").stream().filter(flow -> !drawn.contains(flow.getAttribute("id")))
                .forEach(flow -> checking.add(model, flow, "is not drawn. Open the file in Camunda Modeler and connect "
                        + flow.getAttribute("sourceRef") + " with " + flow.getAttribute("targetRef") + " again."));
    }
}
