package org.threshold.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;
import org.threshold.process.TestCatalogue;
import org.threshold.process.engine.ForbiddenModels.Forbidden;

/**
 * Forbidden content that went past the checker: first with the product's own engine, which refuses it when it reads
 * the model, then with an engine that reads it, which refuses to run it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineSafetyTest extends IntegrationTest {

    @Autowired
    DataSource database;
    @Autowired
    RepositoryService repository;
    @Autowired
    TaskService tasks;
    @Autowired
    RuntimeService runtime;
    @Autowired
    ProcessEngine engine;
    private ScratchEngine scratch;
    private ProcessEngine unguarded;

    @BeforeAll
    void startAnEngineWithoutTheGuard() {
        scratch = new ScratchEngine(database, "engine_without_guard").hardenedOnly(TestCatalogue.of("nothing"));
        unguarded = scratch.engine();
    }

    @AfterAll
    void stopIt() {
        scratch.close();
    }

    static Stream<Forbidden> all() {
        return ForbiddenModels.all();
    }

    static Stream<Forbidden> refusedByTheGuard() {
        return Stream.concat(ForbiddenModels.all(), ForbiddenModels.onlyGuarded())
                // names beans and variables only, which is decided when it runs
                .filter(forbidden -> !forbidden.name().equals("delegate outside the catalogue"));
    }

    @ParameterizedTest
    @MethodSource("refusedByTheGuard")
    void theProductRefusesToReadIt(Forbidden forbidden) {
        int before = ForbiddenModels.TOUCHED.get();
        assertThatThrownBy(() -> repository.createDeployment().addString("forbidden.bpmn", forbidden.bpmn()).deploy())
                .isInstanceOf(ProcessEngineException.class);
        assertThat(ForbiddenModels.TOUCHED.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anEngineThatReadsItRefusesToRunIt(Forbidden forbidden) {
        int before = ForbiddenModels.TOUCHED.get();
        assertThatThrownBy(() -> {
            unguarded.getRepositoryService().createDeployment().addString("forbidden.bpmn", forbidden.bpmn()).deploy();
            unguarded.getRuntimeService().startProcessInstanceByKey("forbidden");
        }).isInstanceOf(ProcessEngineException.class);
        assertThat(ForbiddenModels.TOUCHED.get()).isEqualTo(before);
    }

    @Test
    void aDelegateOutsideTheCatalogueIsNotFoundByTheProduct() {
        Forbidden forbidden = all().filter(each -> each.name().equals("delegate outside the catalogue")).findFirst()
                .orElseThrow();
        repository.createDeployment().addString("forbidden.bpmn", forbidden.bpmn()).deploy();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("forbidden"))
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "python"})
    void decisionTablesRunNoOtherLanguageThanFeel(String language) {
        repository.createDeployment().addString("other.dmn", table(language, "1 == 1")).deploy();
        assertThatThrownBy(() -> decide("other-" + language)).isInstanceOf(Exception.class);
    }

    @Test
    void decisionTablesRunFeel() {
        repository.createDeployment().addString("other.dmn", table("feel", "7")).deploy();
        assertThat(decide("other-feel")).isEqualTo("yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{ f: function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } },"
                + " r: f(-7) }.r",
        "a.class", "a.getClass()", "a.bytes"})
    void feelReachesNoJava(String expression) {
        repository.createDeployment().addString("other.dmn", table("feel", expression)
                .replace("other-feel", "other-java")).deploy();
        assertThatCode(() -> assertThat(decide("other-java")).isNull())
                .satisfiesAnyOf(thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(ProcessEngineException.class));
    }

    private Object decide(String key) {
        DmnDecisionTableResult result = engine.getDecisionService()
                .evaluateDecisionTableByKey(key, Map.of("a", "text"));
        return result.isEmpty() ? null : result.getSingleEntry();
    }

    private static String table(String language, String expression) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="test">
                  <decision id="other-%s" name="d" camunda:historyTimeToLive="1">
                    <decisionTable id="t" hitPolicy="FIRST">
                      <input id="i"><inputExpression id="e" typeRef="integer" expressionLanguage="%s">
                        <text><![CDATA[%s]]></text></inputExpression></input>
                      <output id="o" name="o" typeRef="string"/>
                      <rule id="r"><inputEntry id="c"><text>7</text></inputEntry>
                        <outputEntry id="v"><text>"yes"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>""".formatted(language, language, expression);
    }

    /** The first published hole of the last free release: the engine looks only at a query's top level. */
    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${''.getClass().getName()}", "${'officer'}", "${standards.due('a','b')}"})
    void queriesCarryNoExpressionsNotEvenInsideOr(String expression) {
        assertThatThrownBy(() -> tasks.createTaskQuery().or().taskAssigneeExpression(expression).endOr().count())
                .isInstanceOf(ProcessEngineException.class).hasMessageContaining("not allowed in queries");
        assertThatThrownBy(() -> tasks.createTaskQuery().taskAssigneeExpression(expression).count())
                .isInstanceOf(ProcessEngineException.class).hasMessageContaining("not allowed in queries");
        assertThatThrownBy(() -> unguarded.getTaskService().createTaskQuery().or()
                .taskCandidateGroupExpression(expression).endOr().count()).isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("not allowed in queries");
    }

    @Test
    void objectsCannotBecomeVariables() {
        unguarded.getRepositoryService().createDeployment().addString("plain.bpmn", new Forbidden("plain",
                "<bpmn:userTask id='it'/>").bpmn().replace("\"forbidden\"", "\"plain\"")).deploy();
        for (Object object : List.of(new ArrayList<>(), new byte[] {1}, Variables.serializedObjectValue("rO0ABQ==")
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                .objectTypeName("java.util.ArrayList").create())) {
            assertThatThrownBy(() -> unguarded.getRuntimeService().startProcessInstanceByKey("plain",
                    Map.of("object", object))).isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void nothingOutsideTheFileIsFetched() {
        String bpmn = "<!DOCTYPE x [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>"
                + new Forbidden("entity", "<bpmn:userTask id='it' name='&secret;'/>").bpmn();
        assertThatThrownBy(() -> repository.createDeployment().addString("forbidden.bpmn", bpmn).deploy())
                .isInstanceOf(ProcessEngineException.class);
    }
}
