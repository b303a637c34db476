package org.threshold.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;
import org.threshold.process.deployment.Deployer.Outcome;
import org.threshold.process.model.Mistakes;
import org.threshold.process.model.ModelFolder;
import org.threshold.process.model.TestModels;

class DeployerTest extends IntegrationTest {

    private static final String WAITS = """
            <bpmn:startEvent id="start_waitBegins" name="Wait begins"/>
            <bpmn:sequenceFlow id="flow_1" sourceRef="start_waitBegins" targetRef="timer_waitOver"/>
            <bpmn:intermediateCatchEvent id="timer_waitOver" name="Wait is over">
              <bpmn:timerEventDefinition id="d1"><bpmn:timeDuration>P14D</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="flow_2" sourceRef="timer_waitOver" targetRef="end_waitOver"/>
            <bpmn:endEvent id="end_waitOver" name="Wait over"/>""";

    @Autowired
    Deployer deployer;
    @Autowired
    DeploymentStore store;
    @Autowired
    DeployAtStart atStart;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    CurrentOfficer officer;
    @Autowired
    ModelSource source;

    static ModelFolder waiting(String key) {
        return TestModels.process(key, WAITS);
    }

    private Outcome fromFiles(ModelFolder folder) {
        return officer.asService(() -> deployer.deployFromFiles(folder, TestModels.set(folder)));
    }

    private long versions(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).count();
    }

    @Test
    void theSameFilesMakeNoNewVersion() {
        ModelFolder folder = waiting("test-deploy-same");
        assertThat(fromFiles(folder)).isEqualTo(Outcome.DEPLOYED);
        assertThat(fromFiles(folder)).isEqualTo(Outcome.UNCHANGED);
        assertThat(versions("test-deploy-same")).isEqualTo(1);
    }

    @Test
    void aRestartMakesNoNewVersionOfAnything() {
        long before = repository.createDeploymentQuery().count();
        atStart.afterSingletonsInstantiated();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void theJarAndTheFolderHoldTheSameFilesUnderTheSameNames() {
        List<String> folder = source.read().folders().stream().map(each -> each.key() + each.hash()).toList();
        List<String> jar = new ModelSource((Path) null).read().folders().stream()
                .map(each -> each.key() + each.hash()).toList();
        assertThat(source.root()).isPresent();
        assertThat(jar).isEqualTo(folder).isNotEmpty();
    }

    @Test
    void aChangeIsANewVersionWithStableNamesAndRunningCasesStay() {
        ModelFolder folder = waiting("test-deploy-change");
        fromFiles(folder);
        ProcessInstance running = officer.asService(
                () -> runtime.startProcessInstanceByKey("test-deploy-change", "TEST-DEPLOY-1"));
        assertThat(fromFiles(TestModels.changed(folder, "P14D", "P15D"))).isEqualTo(Outcome.DEPLOYED);

        assertThat(versions("test-deploy-change")).isEqualTo(2);
        VersionInUse old = officer.asService(store::versions).stream()
                .filter(each -> each.key().equals("test-deploy-change") && each.version() == 1).findFirst().orElseThrow();
        assertThat(old.cases()).isEqualTo(1);
        assertThat(repository.getDeploymentResourceNames(old.deploymentId())).containsExactlyInAnyOrder(
                "bpmn/test-deploy-change/test-deploy-change.bpmn", "forms/test-deploy-change/test-step.form");
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(running.getId())
                .singleResult().getProcessDefinitionId()).contains(":1:");
        runtime.deleteProcessInstance(running.getId(), "end of test");
    }

    @Test
    void aDesignersChangeStaysLiveUntilTheFilesAreChangedByHand() {
        ModelFolder folder = waiting("test-deploy-designer");
        fromFiles(folder);
        ModelFolder designers = TestModels.changed(folder, "P14D", "P20D");
        officer.asService(() -> deployer.deployFromDesigner(designers, TestModels.set(designers), "designer"));

        assertThat(fromFiles(folder)).as("the files did not change").isEqualTo(Outcome.UNCHANGED);
        assertThat(fromFiles(TestModels.changed(folder, "P14D", "P16D"))).isEqualTo(Outcome.KEPT_OTHER_SOURCE);
        assertThat(versions("test-deploy-designer")).isEqualTo(2);
        assertThat(store.latest("test-deploy-designer").orElseThrow().source()).isEqualTo("designer:designer");
    }

    @Test
    void aMistakeIsRefusedAndNothingIsLeftBehind() {
        ModelFolder wrong = TestModels.changed(waiting("test-deploy-wrong"), "P14D", "P8W");
        assertThatThrownBy(() -> fromFiles(wrong)).isInstanceOf(Mistakes.class).hasMessageContaining("weeks");
        assertThat(versions("test-deploy-wrong")).isZero();
        assertThat(store.latest("test-deploy-wrong")).isEmpty();
    }

    @Test
    void whatOnlyTheEngineNoticesIsSaidToo() {
        ModelFolder wrong = TestModels.changed(waiting("test-deploy-engine"),
                "targetRef=\"end_waitOver\"", "targetRef=\"end_gone\"");
        assertThatThrownBy(() -> fromFiles(wrong)).isInstanceOf(Mistakes.class)
                .hasMessageContaining("bpmn/test-deploy-engine/test-deploy-engine.bpmn");
        assertThat(versions("test-deploy-engine")).isZero();
    }

    @Test
    void whoDeployedWhatIsKept() {
        ModelFolder folder = waiting("test-deploy-kept");
        fromFiles(folder);
        assertThat(store.latest("test-deploy-kept").orElseThrow()).satisfies(deployed -> {
            assertThat(deployed.by()).isEqualTo("threshold");
            assertThat(deployed.fromFiles()).isTrue();
            assertThat(deployed.hash()).isEqualTo(folder.hash()).hasSize(64);
        });
    }
}
