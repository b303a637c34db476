package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.process.model.TestModels.body;
import static org.threshold.process.model.TestModels.changed;
import static org.threshold.process.model.TestModels.file;
import static org.threshold.process.model.TestModels.plus;
import static org.threshold.process.model.TestModels.process;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.process.TestCatalogue;

/** Each rule, broken once in a model that is otherwise right: one sentence that names the file, the element, the mend. */
class ModelCheckerTest {

    private static final String FILE = "bpmn/test-process/test-process.bpmn";

    private final ModelChecker checker = new ModelChecker(TestCatalogue.of("issueDecision"));
    private final ModelFolder right = process("test-process");

    private List<String> check(ModelFolder folder) {
        return checker.check(folder, TestModels.set(folder)).stream().map(Mistake::sentence).toList();
    }

    private List<String> checkTable(String table) {
        return check(new ModelFolder("tables", List.of(file("bpmn/tables/tables.dmn", table))));
    }

    @Test
    void aRightModelHasNoMistakes() {
        assertThat(check(right)).isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            process id="test-process"|process id="other-process"|must have the same name
            process id="test-process"|process id="TestProcess"|small letters with hyphens
            name="Test process"|name=""|the process has no name
            isExecutable="true"|isExecutable="false"|Tick 'Executable'
            camunda:historyTimeToLive="2190"|camunda:historyTimeToLive="P6Y"|number of days
            camunda:historyTimeToLive="2190"||number of days
            name="Do the test"|name=""|has no name
            task_doTest|Activity_0abc|an underscore and a verb with its object
            id="end_testDone"|id="start_testDone"|must be end
            camunda:formRef="test-step"||has no form
            camunda:formRef="test-step"|camunda:formRef="gone"|not in forms/test-process
            camunda:formRefBinding="deployment"|camunda:formRefBinding="latest"|binding to 'deployment'
            camunda:candidateGroups="${team}"||has no team
            camunda:candidateGroups="${team}"|camunda:assignee="officer"|names a person
            camunda:dueDate="${standards.due('triage', lane)}"||no due date from the service standards
            camunda:dueDate="${standards.due('triage', lane)}"|camunda:dueDate="P3D"|no due date from the service standards
            due('triage'|due('nonsense'|service-standards.dmn does not have
            Good is when the test is done. Serves no provision.|Do it|has no documentation
            name="inPerson" value="false"|name="inPerson" value="perhaps"|inPerson to true or false
            name="waitsFor" value="officer"|name="waitsFor" value="godot"|waitsFor to officer
            name="provision" value="None"|name="provision" value=""|names no provision
            name="provision" value="None"/>|name="provision" value="None"/><camunda:property name="role" value="KING"/>|SENIOR_OFFICER
            cancelActivity="false"|cancelActivity="true"|Make the timer non-interrupting
            <bpmn:timeDate>${standards.due('triage', lane)}</bpmn:timeDate>|<bpmn:timeDate>${clocks.endOf(caseReference, 'X')}</bpmn:timeDate>|fire at the step's due date
            <bpmn:timeDate>${standards.due('triage', lane)}</bpmn:timeDate>|<bpmn:timeDuration>P8W</bpmn:timeDuration>|weeks have the wrong length
            <bpmn:timeDate>${standards.due('triage', lane)}</bpmn:timeDate>|<bpmn:timeDuration>P2M</bpmn:timeDuration>|Write days, hours or minutes
            <bpmn:timeDate>${standards.due('triage', lane)}</bpmn:timeDate>|<bpmn:timeDate>2027-01-01</bpmn:timeDate>|is fixed
            timer_overdueDoTest|timer_lateDoTest|has no overdue timer
            isInterrupting="false"|isInterrupting="true"|nothing catches overdue steps
            calledElement="overdue-step"|calledElement="nowhere"|which does not exist
            calledElementBinding="latest"|calledElementBinding="version"|must call the latest version
            <camunda:in businessKey="${caseReference}"/>||does not hand over the case
            <camunda:in source="team" target="team"/>|<camunda:in variables="all"/>|List the ones that are needed
            ${team}|${tem}|Did you mean 'team'?
            ${team}|${team.class}|reads inside a value
            ${team}|${now()}|is not available
            ${team}|${team|cannot be read
            bpmnElement='task_doTest'|bpmnElement='task_gone'|is not drawn
            bpmnElement='flow_3'|bpmnElement='flow_99'|is not drawn
            id="flow_3"|id="flow_1"|is used twice
            <bpmn:endEvent id="end_testDone"|<bpmn:scriptTask id="s"/><bpmn:endEvent id="end_testDone"|scripts are not run
            <bpmn:endEvent id="end_testDone"|<bpmn:task id="s"/><bpmn:endEvent id="end_testDone"|Change it to a user task
            <bpmn:endEvent id="end_testDone"|<bpmn:adHocSubProcess id="s"/><bpmn:endEvent id="end_testDone"|council's palette
            <camunda:properties>|<camunda:connector/><camunda:properties>|connectors are not used
            <camunda:properties>|<camunda:formData/><camunda:properties>|generated task form
            <camunda:properties>|<camunda:taskListener event="create" class="a.B"/><camunda:properties>|names a Java class
            <camunda:properties>|<camunda:taskListener event="create" delegateExpression="${gone}"/><camunda:properties>|which does not exist
            </bpmn:definitions>||cannot be read as XML
            """)
    void eachMistakeIsNamed(String from, String to, String sentence) {
        ModelFolder spoiled = changed(right, from, to == null ? "" : to);
        assertThat(check(spoiled)).anySatisfy(said -> assertThat(said).startsWith(FILE).contains(sentence));
    }

    @Test
    void theElementIsNamedSoThatItCanBeFound() {
        assertThat(check(changed(right, "camunda:formRef=\"test-step\"", ""))).containsExactly(FILE
                + ", 'Do the test' (task_doTest): has no form. Choose type 'Camunda Forms' and the form's id under"
                + " 'Forms'.");
    }

    @Test
    void documentTypesAreNotRead() {
        assertThat(check(changed(right, "<bpmn:definitions", "<!DOCTYPE a [<!ENTITY b 'c'>]><bpmn:definitions")))
                .singleElement().asString().contains("cannot be read as XML").contains("DOCTYPE");
    }

    @Test
    void aStepDoesNotRepeatItself() {
        assertThat(check(changed(right, "</bpmn:userTask>",
                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"x\"/></bpmn:userTask>")))
                .anyMatch(said -> said.contains("Put the step into a sub-process"));
    }

    @Test
    void anOverdueTimerLeadsToTheEscalation() {
        assertThat(check(changed(right, "sourceRef=\"timer_overdueDoTest\" targetRef=\"end_overdueDoTest\"",
                "sourceRef=\"timer_overdueDoTest\" targetRef=\"end_testDone\"")))
                .anyMatch(said -> said.contains("must lead to an escalation end event"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${nobody}", "", "${issueDecision.execute(execution)}"})
    void aServiceTaskNamesADelegateOfTheCatalogue(String delegate) {
        assertThat(check(process("test-process", body() + service(delegate))))
                .anyMatch(said -> said.contains("'Do it' (service_doIt)") && said.contains("[issueDecision]"));
    }

    @Test
    void aServiceTaskWithADelegateIsRight() {
        assertThat(check(process("test-process", body() + service("${issueDecision}")))).isEmpty();
    }

    private static String service(String delegate) {
        return "<bpmn:serviceTask id=\"service_doIt\" name=\"Do it\" camunda:delegateExpression=\"" + delegate + "\"/>";
    }

    @Test
    void anOlderVersionWhoseDelegateIsGoneIsNamedAndItsStyleIsNot() {
        ModelFolder old = changed(process("test-process", body() + service("${retired}")), "name=\"Do the test\"",
                "name=\"\"");
        assertThat(checker.checkReferences(old, TestModels.set(old))).singleElement().asString()
                .contains("'Do it' (service_doIt): uses the delegate ${retired}, which does not exist");
    }

    @Test
    void aStatutoryClockWaitsForTheClockItNames() {
        String event = """
                <bpmn:intermediateCatchEvent id="timer_dayReached" name="Day reached"><bpmn:extensionElements>
                  <camunda:properties><camunda:property name="clock" value="RELIEF_DUTY"/></camunda:properties>
                </bpmn:extensionElements><bpmn:timerEventDefinition id="d9">
                  <bpmn:timeDate>${clocks.endOf(caseReference, 'KIND')}</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""";
        assertThat(check(process("test-process", body() + event.replace("KIND", "RELIEF_DUTY")))).isEmpty();
        assertThat(check(process("test-process", body() + event.replace("KIND", "PREVENTION_DUTY")))).singleElement()
                .asString().contains("names the clock RELIEF_DUTY");
        assertThat(check(process("test-process", body() + event.replace("KIND", "NO_SUCH")))).hasSize(2)
                .anyMatch(said -> said.contains("which does not exist"));
    }

    @Test
    void aGatewayAsksAndItsFlowsAnswer() {
        String gateway = """
                <bpmn:exclusiveGateway id="gateway_isAgreed"/>
                <bpmn:sequenceFlow id="flow_a" sourceRef="gateway_isAgreed" targetRef="end_testDone"/>
                <bpmn:sequenceFlow id="flow_b" sourceRef="gateway_isAgreed" targetRef="task_doTest"/>""";
        assertThat(check(process("test-process", body() + gateway))).hasSize(5)
                .anyMatch(said -> said.contains("has no question")).anyMatch(said -> said.contains("has no condition"))
                .anyMatch(said -> said.contains("Name it with the answer"));
    }

    @Test
    void aQuestionMarkedAsVariableCanBeUsed() {
        assertThat(check(changed(right, "${team}", "${agreed}"))).isEmpty();
    }

    @Test
    void formsAreReadAndNamed() {
        assertThat(check(plus(right, file("forms/test-process/other.form", TestModels.form("another")))))
                .anyMatch(said -> said.startsWith("forms/test-process/other.form: the form's id 'another'"));
        assertThat(check(plus(right, file("forms/test-process/copy.form", TestModels.form("test-step")))))
                .anyMatch(said -> said.contains("too. Change one of them"));
        assertThat(check(plus(right, file("forms/test-process/files.form", TestModels.form("files")
                .replace("\"radio\"", "\"filepicker\""))))).anyMatch(said -> said.startsWith("forms/test-process/files"));
        assertThat(check(plus(right, file("forms/test-process/broken.form", "{"))))
                .anyMatch(said -> said.startsWith("forms/test-process/broken.form: is not valid JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "\"a\"", "\"a\", \"b\"", "not(\"a\")", ">= 3", "&lt; 3", "[1..5]", "true", "3.5"})
    void simpleConditionsAreAllowed(String condition) {
        assertThat(checkTable(TestModels.table("a-table", "step", condition))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "now()", "function(x) x", "\"a\" + \"b\"", "for x in y return x", "a"})
    void otherConditionsAreNot(String condition) {
        assertThat(checkTable(TestModels.table("a-table", "step", condition))).singleElement().asString()
                .contains("'A table' (a-table), row 1").contains("is not simple");
    }

    @Test
    void tablesAreInFeelOnly() {
        String table = TestModels.table("a-table", "step", "\"a\"");
        assertThat(checkTable(table.replace("<inputExpression id=\"e\"",
                "<inputExpression id=\"e\" expressionLanguage=\"juel\""))).singleElement().asString()
                .contains("Choose FEEL");
        assertThat(checkTable(table.replace("<text>step</text>", "<text>step.length()</text>"))).singleElement()
                .asString().contains("must be the name of one variable");
    }

    @Test
    void formsWithoutAProcessAreNamed() {
        assertThat(check(new ModelFolder("lost", List.of(file("forms/lost/a.form", TestModels.form("a"))))))
                .singleElement().asString().startsWith("forms/lost: there is no process in bpmn/lost");
    }
}
