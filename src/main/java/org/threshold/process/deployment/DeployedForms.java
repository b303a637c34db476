package org.threshold.process.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.threshold.form.FormDefinition;
import org.threshold.form.FormReader;
import org.threshold.worklist.FormSource;

/** The form that belongs to the version a step runs on. A deployment never changes, so what was read once is kept. */
@Component
class DeployedForms implements FormSource {

    private record Version(String key, int version) {
    }

    private record FormOf(String deployment, String form) {
    }

    private final RepositoryService repository;
    private final Map<Version, String> deployments = new ConcurrentHashMap<>();
    private final Map<FormOf, FormDefinition> forms = new ConcurrentHashMap<>();

    DeployedForms(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public FormDefinition formOf(String processKey, int processVersion, String formKey) {
        String deployment = deployments.computeIfAbsent(new Version(processKey, processVersion), this::deployment);
        return forms.computeIfAbsent(new FormOf(deployment, formKey), form -> read(form, processKey));
    }

    private String deployment(Version version) {
        ProcessDefinition definition = repository.createProcessDefinitionQuery()
                .processDefinitionKey(version.key()).processDefinitionVersion(version.version()).singleResult();
        if (definition == null) {
            throw new IllegalStateException("There is no version " + version.version() + " of " + version.key());
        }
        return definition.getDeploymentId();
    }

    private FormDefinition read(FormOf form, String processKey) {
        String name = "forms/" + processKey + "/" + form.form() + ".form";
        try (InputStream content = repository.getResourceAsStream(form.deployment(), name)) {
            return FormReader.read(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
