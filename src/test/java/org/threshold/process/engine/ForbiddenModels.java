package org.threshold.process.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;

/** One model for each way in which a model could run what is not ours. */
final class ForbiddenModels {

    /** Counts how often something forbidden ran; it must stay 0. */
    static final AtomicInteger TOUCHED = new AtomicInteger();

    private ForbiddenModels() {
    }

    /** What a hostile model would name. */
    public static class Trap implements JavaDelegate, TaskListener {

        public Trap() {
            TOUCHED.incrementAndGet();
        }

        @Override
        public void execute(DelegateExecution execution) {
            TOUCHED.incrementAndGet();
        }

        @Override
        public void notify(DelegateTask task) {
            TOUCHED.incrementAndGet();
        }
    }

    /** A form handler is made while the model is read. */
    public static class FormTrap extends DefaultTaskFormHandler {

        public FormTrap() {
            TOUCHED.incrementAndGet();
        }
    }

    record Forbidden(String name, String element) {
        @Override
        public String toString() {
            return name;
        }

        String bpmn() {
            return """
                    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                      <bpmn:process id="forbidden" isExecutable="true" camunda:historyTimeToLive="1">
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="it"/>
                        %s
                        <bpmn:sequenceFlow id="f2" sourceRef="it" targetRef="end"/>
                        <bpmn:endEvent id="end"/>
                      </bpmn:process>
                    </bpmn:definitions>""".formatted(element);
        }
    }

    static Stream<Forbidden> all() {
        String trap = Trap.class.getName();
        return Stream.of(
                script("juel", "${''.getClass()}"), script("feel", "1 + 1"), script("javascript", "1"),
                script("groovy", "1"), script("python", "1"), script("ruby", "1"), script("graal.js", "1"),
                new Forbidden("class of a service task",
                        "<bpmn:serviceTask id='it' camunda:class='" + trap + "'/>"),
                new Forbidden("expression of a service task",
                        "<bpmn:serviceTask id='it' camunda:expression=\"${''.getClass().getName()}\"/>"),
                new Forbidden("expression on the execution",
                        "<bpmn:serviceTask id='it' camunda:expression=\"${execution.setVariable('a', 1)}\"/>"),
                new Forbidden("delegate outside the catalogue",
                        "<bpmn:serviceTask id='it' camunda:delegateExpression='${dataSource}'/>"),
                new Forbidden("shell task", "<bpmn:serviceTask id='it' camunda:type='shell'><bpmn:extensionElements>"
                        + "<camunda:field name='command' stringValue='true'/></bpmn:extensionElements>"
                        + "</bpmn:serviceTask>"),
                new Forbidden("mail task", "<bpmn:serviceTask id='it' camunda:type='mail'><bpmn:extensionElements>"
                        + "<camunda:field name='to' stringValue='a@b.invalid'/></bpmn:extensionElements>"
                        + "</bpmn:serviceTask>"),
                listener("script listener", "<camunda:executionListener event='start'><camunda:script scriptFormat="
                        + "'juel'>${1}</camunda:script></camunda:executionListener>"),
                listener("class listener", "<camunda:executionListener event='start' class='" + trap + "'/>"),
                listener("expression listener",
                        "<camunda:executionListener event='start' expression=\"${''.getClass()}\"/>"),
                new Forbidden("task listener class", "<bpmn:userTask id='it'><bpmn:extensionElements>"
                        + "<camunda:taskListener event='create' class='" + trap + "'/></bpmn:extensionElements>"
                        + "</bpmn:userTask>"),
                listener("script as input", "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script"
                        + " scriptFormat='juel'>${1}</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
                new Forbidden("variable mapping class", "<bpmn:callActivity id='it' calledElement='forbidden'"
                        + " camunda:variableMappingClass='" + trap + "'/>"),
                new Forbidden("name that reflects",
                        "<bpmn:userTask id='it' name=\"${''.getClass().forName('java.lang.Runtime')}\"/>"),
                new Forbidden("due date that reflects",
                        "<bpmn:userTask id='it' camunda:dueDate=\"${''.getClass().getName()}\"/>"));
    }

    /** What only the look through the model stops, because the engine acts on it while it reads. */
    static Stream<Forbidden> onlyGuarded() {
        return Stream.of(
                new Forbidden("form handler class", "<bpmn:userTask id='it' camunda:formHandlerClass='"
                        + FormTrap.class.getName() + "'/>"),
                new Forbidden("generated form", "<bpmn:userTask id='it'><bpmn:extensionElements><camunda:formData>"
                        + "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint"
                        + " name='validator' config='" + Trap.class.getName() + "'/></camunda:validation>"
                        + "</camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask>"),
                new Forbidden("older engine's attribute", "<bpmn:serviceTask id='it' xmlns:activiti="
                        + "'http://activiti.org/bpmn' activiti:class='" + Trap.class.getName() + "'/>"),
                new Forbidden("script condition", "<bpmn:exclusiveGateway id='it'/><bpmn:sequenceFlow id='f3'"
                        + " sourceRef='it' targetRef='end'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'"
                        + " language='juel'>${1 == 1}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                listener("connector", "<camunda:connector><camunda:connectorId>http</camunda:connectorId>"
                        + "</camunda:connector>"),
                new Forbidden("external task",
                        "<bpmn:serviceTask id='it' camunda:type='external' camunda:topic='a'/>"));
    }

    private static Forbidden script(String language, String script) {
        return new Forbidden("script task in " + language, "<bpmn:scriptTask id='it' scriptFormat='" + language
                + "'><bpmn:script>" + script + "</bpmn:script></bpmn:scriptTask>");
    }

    private static Forbidden listener(String name, String extension) {
        return new Forbidden(name, "<bpmn:serviceTask id='it' camunda:delegateExpression='${nothing}'>"
                + "<bpmn:extensionElements>" + extension + "</bpmn:extensionElements></bpmn:serviceTask>");
    }
}
