package org.threshold.process.steps;

import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What a model says of a step besides what the engine itself keeps; read once, when the model is parsed. */
record StepModel(String documentation, String formKey, String role, String provision, String waitsFor,
                 boolean inPerson) {

    static StepModel of(Element userTask) {
        Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(userTask);
        if (properties == null) {
            properties = Map.of();
        }
        return new StepModel(documentation(userTask), formKey(userTask), properties.get("role"),
                properties.get("provision"), properties.getOrDefault("waitsFor", "officer"),
                Boolean.parseBoolean(properties.get("inPerson")));
    }

    private static String formKey(Element userTask) {
        String ref = userTask.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef");
        return ref != null ? ref : userTask.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formKey");
    }

    private static String documentation(Element userTask) {
        Element documentation = userTask.element("documentation");
        return documentation == null ? null : documentation.getText().strip();
    }
}
