package org.threshold.process.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.threshold.process.model.AllowedContent;

/**
 * Looks through a model before the engine reads it, and lets the engine see only what {@link AllowedContent} lists.
 * It stands behind the checker: it also holds for models that were deployed without it, each time they are read.
 */
class GuardedParse extends BpmnParse {

    GuardedParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        refuseForbidden(rootElement);
        super.parseRootElement();
    }

    private static void refuseForbidden(Element element) {
        String id = element.attribute("id") == null ? "" : " at '" + element.attribute("id") + "'";
        if (!AllowedContent.element(element.getUri(), element.getTagName())) {
            throw new ProcessEngineException("Element '" + element.getTagName() + "'" + id + " is refused");
        }
        for (String key : element.attributes()) {
            int colon = key.lastIndexOf(':');
            String namespace = key.startsWith("http") && colon > 0 ? key.substring(0, colon) : "";
            String name = namespace.isEmpty() ? key : key.substring(colon + 1);
            if (!AllowedContent.attribute(element.getUri(), namespace, name)) {
                throw new ProcessEngineException("Attribute '" + name + "'" + id + " is refused");
            }
        }
        element.elements().forEach(GuardedParse::refuseForbidden);
    }
}
