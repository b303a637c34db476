package org.threshold.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a form file, so that a designer sees all of it at once. */
final class ReadingProblems {

    private final String source;
    private final List<String> problems = new ArrayList<>();

    ReadingProblems(String source) {
        this.source = source;
    }

    /** @param sentence what is wrong and the mend, without the full stop; the file's name is put before it */
    void add(String sentence) {
        problems.add(source + " " + sentence + ".");
    }

    void add(JsonNode component, String sentence) {
        problems.add(source + ": component '" + nameOf(component) + "' " + sentence + ".");
    }

    void addNamed(String component, String sentence) {
        problems.add(source + ": component '" + component + "' " + sentence + ".");
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new UnsupportedForm(problems);
        }
    }

    private static String nameOf(JsonNode component) {
        for (String attribute : List.of("key", "path", "id", "label", "type")) {
            String value = component.path(attribute).asText("");
            if (!value.isBlank()) {
                return value;
            }
        }
        return "without a name";
    }
}
