package org.threshold.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * Reads Camunda Forms (form-js schema, Camunda Platform 7.24). What officers could not be offered properly is refused
 * here, when a form is checked, and not at their desk.
 */
public final class FormReader {

    static final int MOST_CHARACTERS = 500_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FormReader() {
    }

    /**
     * @param source the file's name, for messages
     * @throws UnsupportedForm with one sentence for each mistake
     */
    public static FormDefinition read(String source, String json) {
        ReadingProblems problems = new ReadingProblems(source);
        JsonNode root = parse(json, problems);
        problems.throwIfAny();
        String id = root.path("id").asText("");
        if (!root.path("id").isTextual() || id.isBlank()) {
            problems.add("has no id. Give the form an id in its general properties");
        }
        checkPlatform(root, problems);
        ComponentReader reader = new ComponentReader(problems);
        List<Component> components = reader.readAll(root.get("components"));
        new ConditionChecks(problems).check(components);
        problems.throwIfAny();
        return new FormDefinition(id, source, components, json);
    }

    private static JsonNode parse(String json, ReadingProblems problems) {
        if (json.length() > MOST_CHARACTERS) {
            problems.add("is larger than " + MOST_CHARACTERS + " characters. Split it into smaller forms");
            return null;
        }
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.isObject() || !root.path("components").isArray()) {
                problems.add("is not a Camunda Form: it has no list of components. Open it in Camunda Modeler and"
                        + " save it again");
            }
            return root;
        } catch (JsonProcessingException broken) {
            problems.add("is not valid JSON (" + broken.getOriginalMessage() + "). Open it in Camunda Modeler and"
                    + " save it again");
        } catch (StackOverflowError tooDeep) {
            problems.add("is nested too deeply");
        }
        return null;
    }

    private static void checkPlatform(JsonNode root, ReadingProblems problems) {
        String platform = root.path("executionPlatform").asText("");
        String version = root.path("executionPlatformVersion").asText("");
        if (!platform.equals("Camunda Platform") || !version.matches("7\\.\\d+(\\.\\d+)?")) {
            problems.add("is not for Camunda Platform 7. Set its execution platform to Camunda Platform 7.24.0");
        }
    }
}
