package org.threshold.process.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small models without a mistake, for tests that spoil or deploy them. */
public final class TestModels {

    private static final Pattern DRAWN = Pattern.compile("<bpmn:(startEvent|endEvent|userTask|boundaryEvent|subProcess"
            + "|callActivity|sequenceFlow|serviceTask|exclusiveGateway|businessRuleTask|intermediateCatchEvent)"
            + " id=\"([^\"]+)\"");

    private TestModels() {
    }

    /** A process of one officer's step with its form, and everything the house rules ask for. */
    public static ModelFolder process(String key) {
        return process(key, body());
    }

    public static ModelFolder process(String key, String body) {
        return new ModelFolder(key, List.of(
                file("bpmn/" + key + "/" + key + ".bpmn", bpmn(key, body)),
                file("forms/" + key + "/test-step.form", form("test-step"))));
    }

    public static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same folder with one text replaced in every file. */
    public static ModelFolder changed(ModelFolder folder, String from, String to) {
        return new ModelFolder(folder.key(), folder.files().stream()
                .map(each -> file(each.name(), each.text().replace(from, to))).toList());
    }

    /** The same folder with one file more. */
    public static ModelFolder plus(ModelFolder folder, ModelFile file) {
        List<ModelFile> files = new ArrayList<>(folder.files());
        files.add(file);
        return new ModelFolder(folder.key(), files);
    }

    /** The folders that every process leans on, the ladder and the service standards, and the given ones. */
    public static ModelSet set(ModelFolder... folders) {
        ModelSet set = new ModelSet(List.of(
                new ModelFolder("overdue-step", List.of(file("bpmn/overdue-step/overdue-step.bpmn", "<x/>"))),
                new ModelFolder("service-standards", List.of(file("bpmn/service-standards/service-standards.dmn",
                        table("service-standards", "step", "\"triage\""))))));
        for (ModelFolder folder : folders) {
            set = set.with(folder);
        }
        return set;
    }

    public static String table(String decision, String column, String condition) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="tables" name="Tables" namespace="test">
                  <decision id="%s" name="A table" camunda:historyTimeToLive="2190">
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="i"><inputExpression id="e" typeRef="string"><text>%s</text></inputExpression></input>
                      <output id="o" name="amount" typeRef="integer"/>
                      <rule id="r"><inputEntry id="c"><text>%s</text></inputEntry>
                        <outputEntry id="v"><text>3</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>""".formatted(decision, column, condition);
    }

    public static String form(String id) {
        return """
                {"type": "default", "id": "%s", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                 "executionPlatformVersion": "7.24.0", "components": [
                  {"type": "radio", "id": "Field_1", "key": "agreed", "label": "Do they agree?",
                   "properties": {"processVariable": "true"}, "validate": {"required": true},
                   "values": [{"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}]}]}""".formatted(id);
    }

    public static String body() {
        return """
                <bpmn:startEvent id="start_testBegins" name="Test begins"/>
                <bpmn:sequenceFlow id="flow_1" sourceRef="start_testBegins" targetRef="task_doTest"/>
                <bpmn:userTask id="task_doTest" name="Do the test" camunda:formRef="test-step"
                    camunda:formRefBinding="deployment" camunda:candidateGroups="${team}"
                    camunda:dueDate="${standards.due('triage', lane)}">
                  <bpmn:documentation>Good is when the test is done. Serves no provision.</bpmn:documentation>
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="inPerson" value="false"/>
                    <camunda:property name="provision" value="None"/>
                    <camunda:property name="waitsFor" value="officer"/>
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="timer_overdueDoTest" name="Overdue" cancelActivity="false"
                    attachedToRef="task_doTest">
                  <bpmn:timerEventDefinition id="d1">
                    <bpmn:timeDate>${standards.due('triage', lane)}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="flow_2" sourceRef="timer_overdueDoTest" targetRef="end_overdueDoTest"/>
                <bpmn:endEvent id="end_overdueDoTest" name="Escalated">
                  <bpmn:escalationEventDefinition id="d2" escalationRef="escalation_stepOverdue"/>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="flow_3" sourceRef="task_doTest" targetRef="end_testDone"/>
                <bpmn:endEvent id="end_testDone" name="Test done"/>
                <bpmn:subProcess id="sub_stepOverdue" name="A step is overdue" triggeredByEvent="true">
                  <bpmn:startEvent id="start_stepOverdue" name="Step overdue" isInterrupting="false">
                    <bpmn:escalationEventDefinition id="d3" escalationRef="escalation_stepOverdue"/>
                  </bpmn:startEvent>
                  <bpmn:sequenceFlow id="flow_4" sourceRef="start_stepOverdue" targetRef="call_overdueStep"/>
                  <bpmn:callActivity id="call_overdueStep" name="Climb the ladder" calledElement="overdue-step"
                      camunda:calledElementBinding="latest">
                    <bpmn:extensionElements>
                      <camunda:in businessKey="${caseReference}"/>
                      <camunda:in source="overdueId" target="overdueId"/>
                      <camunda:in source="team" target="team"/>
                      <camunda:in source="lane" target="lane"/>
                    </bpmn:extensionElements>
                  </bpmn:callActivity>
                  <bpmn:sequenceFlow id="flow_5" sourceRef="call_overdueStep" targetRef="end_ladder"/>
                  <bpmn:endEvent id="end_ladder" name="No longer overdue"/>
                </bpmn:subProcess>
                """;
    }

    private static String bpmn(String key, String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="test">
                  <bpmn:escalation id="escalation_stepOverdue" name="stepOverdue" escalationCode="stepOverdue"/>
                  <bpmn:process id="KEY" name="Test process" isExecutable="true" camunda:historyTimeToLive="2190">
                    BODY
                  </bpmn:process>
                  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="KEY">
                    DRAWING
                  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>""".replace("KEY", key).replace("BODY", body).replace("DRAWING", drawing(body));
    }

    private static String drawing(String body) {
        StringBuilder drawing = new StringBuilder();
        Matcher drawn = DRAWN.matcher(body);
        while (drawn.find()) {
            String shape = drawn.group(1).equals("sequenceFlow")
                    ? "<bpmndi:BPMNEdge id='ID_di' bpmnElement='ID'><di:waypoint x='0' y='0'/><di:waypoint x='9' y='0'/>"
                            + "</bpmndi:BPMNEdge>"
                    : "<bpmndi:BPMNShape id='ID_di' bpmnElement='ID'><dc:Bounds x='0' y='0' width='9' height='9'/>"
                            + "</bpmndi:BPMNShape>";
            drawing.append(shape.replace("ID", drawn.group(2)));
        }
        return drawing.toString();
    }
}
