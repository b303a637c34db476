package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;
import org.threshold.process.deployment.ModelSource;

/** The council's real models, forms and tables, against the real catalogue. */
class AllModelsTest extends IntegrationTest {

    @Autowired
    ModelSource source;
    @Autowired
    ModelChecker checker;
    @Autowired
    RepositoryService repository;

    @Test
    void haveNoMistakes() {
        assertThat(checker.check(source.read()).stream().map(Mistake::sentence)).isEmpty();
    }

    @Test
    void areAllDeployed() {
        List<String> expected = source.read().folders().stream().flatMap(folder -> folder.files("bpmn").stream())
                .map(ModelFile::shortName).toList();
        assertThat(expected).contains("homelessness-approach", "overdue-step");
        assertThat(repository.createProcessDefinitionQuery().latestVersion().listPage(0, 1000).stream()
                .map(definition -> definition.getKey())).containsAll(expected);
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().listPage(0, 1000).stream()
                .map(definition -> definition.getKey())).contains("triage", "priority-lane", "service-standards");
    }

    @Test
    void noFileNameIsUsedTwice() {
        Map<String, Long> names = source.read().folders().stream().flatMap(folder -> folder.files().stream())
                .collect(Collectors.groupingBy(file -> file.name().substring(file.name().lastIndexOf('/')),
                        Collectors.counting()));
        assertThat(names.values()).containsOnly(1L);
    }

    /** The test of its paths fails where an element or a flow is left out; so a process without one would slip by. */
    @Test
    void eachProcessHasATestOfItsPaths() {
        List<String> expected = source.read().folders().stream().flatMap(folder -> folder.files("bpmn").stream())
                .map(file -> testOf(file.shortName())).toList();
        assertThat(expected).hasSizeGreaterThan(1).allSatisfy(name -> assertThat(Class.forName(name).getSuperclass())
                .isEqualTo(ModelTest.class));
    }

    private static String testOf(String processKey) {
        return ModelTest.class.getPackageName() + "." + Stream.of(processKey.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining())
                + "PathsTest";
    }
}
