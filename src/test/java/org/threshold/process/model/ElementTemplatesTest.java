package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;
import org.threshold.clock.ClockKind;
import org.threshold.process.Catalogue;

/** What the council's palette sets is what the checker allows. */
class ElementTemplatesTest extends IntegrationTest {

    @Autowired
    Catalogue catalogue;

    private static Map<String, JsonNode> templates() throws IOException {
        Map<String, JsonNode> templates = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("bpmn/.camunda/element-templates"))) {
            for (Path file : files.toList()) {
                JsonNode template = new ObjectMapper().readTree(file.toFile());
                templates.put(template.get("name").asText(), template);
            }
        }
        return templates;
    }

    @Test
    void thePaletteIsComplete() throws IOException {
        assertThat(templates()).containsOnlyKeys("Officer step", "In-person step", "Statutory clock", "Letter",
                "Wait for applicant");
        assertThat(templates().get("In-person step").findValues("value").toString()).contains("\"true\"");
    }

    @Test
    void everyAttributeMayStandInAModel() throws IOException {
        for (JsonNode template : templates().values()) {
            for (JsonNode binding : template.findValues("binding")) {
                String name = binding.get("name").asText();
                if (binding.get("type").asText().equals("property") && name.startsWith("camunda:")) {
                    assertThat(AllowedContent.attribute(AllowedContent.BPMN, AllowedContent.CAMUNDA,
                            name.substring("camunda:".length()))).as(name).isTrue();
                }
            }
        }
    }

    @Test
    void lettersAndClocksExist() throws IOException {
        for (String delegate : choices("Letter")) {
            assertThat(catalogue.delegates()).contains(delegate.replaceAll("[${}]", ""));
        }
        for (String clock : choices("Statutory clock")) {
            assertThat(ClockKind.valueOf(clock)).isNotNull();
        }
    }

    private static List<String> choices(String template) throws IOException {
        return templates().get(template).findValue("choices").findValuesAsText("value");
    }
}
