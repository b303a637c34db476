package org.threshold.process.deployment;

import java.io.InputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.process.model.Mistake;
import org.threshold.process.model.Mistakes;
import org.threshold.process.model.ModelChecker;
import org.threshold.process.model.ModelFile;
import org.threshold.process.model.ModelFolder;
import org.threshold.process.model.ModelSet;

/**
 * Before the first request and the first job: every folder is deployed or known to be live, and everything that live
 * and still running versions name exists.
 */
@Component
class DeployAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DeployAtStart.class);

    private final ModelSource source;
    private final Deployer deployer;
    private final DeploymentStore store;
    private final ModelChecker checker;
    private final RepositoryService repository;
    private final CurrentOfficer officer;

    DeployAtStart(ModelSource source, Deployer deployer, DeploymentStore store, ModelChecker checker,
                  RepositoryService repository, CurrentOfficer officer) {
        this.source = source;
        this.deployer = deployer;
        this.store = store;
        this.checker = checker;
        this.repository = repository;
        this.officer = officer;
    }

    /** @throws Mistakes when a process has mistakes and no earlier version of it is live */
    @Override
    public void afterSingletonsInstantiated() {
        officer.asService(() -> {
            ModelSet models = source.read();
            deployAll(models);
            checkRunningVersions(models);
            return null;
        });
    }

    private void deployAll(ModelSet models) {
        List<Mistake> fatal = new ArrayList<>();
        for (ModelFolder folder : models.folders()) {
            if (folder.files("bpmn").isEmpty() && folder.files("dmn").isEmpty()) {
                LOG.warn("forms/{} is left out: there is no process for these forms", folder.key());
                continue;
            }
            try {
                deployer.deployFromFiles(folder, models);
            } catch (Mistakes mistakes) {
                if (deployer.isLive(folder.key())) {
                    deployer.refuse(folder.key(), mistakes);
                } else {
                    fatal.addAll(mistakes.all());
                }
            }
        }
        if (!fatal.isEmpty()) {
            throw new Mistakes(fatal);
        }
    }

    /** A missing delegate of an old version would show only when a case gets there; it is said now. */
    private void checkRunningVersions(ModelSet models) {
        Set<String> current = store.latestOfEach().stream().map(DeployedFolder::deploymentId)
                .collect(Collectors.toSet());
        for (VersionInUse version : store.versions()) {
            if (version.cases() > 0 && !current.contains(version.deploymentId())) {
                checker.checkReferences(deployed(version), models).forEach(mistake ->
                        LOG.error("Process {} version {}, on which {} cases still run: {}", version.key(),
                                version.version(), version.cases(), mistake.sentence()));
            }
        }
    }

    private ModelFolder deployed(VersionInUse version) {
        List<ModelFile> files = new ArrayList<>();
        for (String name : repository.getDeploymentResourceNames(version.deploymentId())) {
            try (InputStream content = repository.getResourceAsStream(version.deploymentId(), name)) {
                files.add(new ModelFile(name, content.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + name + " of a deployed version", e);
            }
        }
        return new ModelFolder(version.key(), files);
    }
}
