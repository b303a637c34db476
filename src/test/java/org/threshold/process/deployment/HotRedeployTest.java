package org.threshold.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;
import org.threshold.process.model.ModelFile;
import org.threshold.process.model.ModelFolder;
import org.threshold.process.model.TestModels;

/** A designer saves a file while the demonstration runs. */
class HotRedeployTest extends IntegrationTest {

    private static final String KEY = "test-hot";

    @Autowired
    Deployer deployer;
    @Autowired
    DeploymentStore store;
    @Autowired
    CurrentOfficer officer;
    @Autowired
    RepositoryService repository;
    @TempDir
    Path root;
    private HotRedeploy hot;
    private long saves;

    @BeforeEach
    void begin() throws IOException {
        hot = new HotRedeploy(new ModelSource(root), deployer, officer);
    }

    private void save(ModelFolder folder) throws IOException {
        for (ModelFile file : folder.files()) {
            Path path = root.resolve(file.name());
            Files.createDirectories(path.getParent());
            Files.write(path, file.content());
            Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH.plusSeconds(++saves)));
        }
    }

    private void lookTwice() {
        hot.look();
        hot.look();
    }

    private long versions() {
        return repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count();
    }

    private List<String> refused() {
        return store.refusals().stream().filter(refusal -> refusal.key().equals(KEY))
                .flatMap(refusal -> refusal.sentences().stream()).toList();
    }

    @Test
    void aSavedChangeIsLiveAfterTwoLooksAndAMistakeIsNot() throws IOException {
        ModelFolder right = DeployerTest.waiting(KEY);
        save(right);
        hot.look();
        assertThat(versions()).as("files may still be on the move").isZero();
        hot.look();
        assertThat(versions()).isEqualTo(1);

        save(TestModels.changed(right, "P14D", "P2W"));
        lookTwice();
        assertThat(versions()).isEqualTo(1);
        assertThat(refused()).singleElement().asString().startsWith("bpmn/test-hot/test-hot.bpmn, 'Wait is over'"
                + " (timer_waitOver): the time 'P2W' is in weeks");

        save(TestModels.changed(right, "P14D", "P15D"));
        lookTwice();
        assertThat(versions()).isEqualTo(2);
        assertThat(refused()).isEmpty();

        save(TestModels.changed(right, "P14D", "P3W"));
        lookTwice();
        assertThat(refused()).hasSize(1);
        save(TestModels.changed(right, "P14D", "P15D"));
        lookTwice();
        assertThat(refused()).as("the mistake was taken back").isEmpty();
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void nothingHappensWhileNothingChanges() {
        long before = repository.createDeploymentQuery().count();
        lookTwice();
        lookTwice();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }
}
