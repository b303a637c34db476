package org.threshold.form;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small forms and submissions for tests, on 15 June 2026. */
final class FormFixture {

    static final FormValidator VALIDATOR =
            new FormValidator(Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), ZoneId.of("Europe/London")));

    private FormFixture() {
    }

    /** A form of the given components, each a JSON object. */
    static FormDefinition form(String... components) {
        return FormReader.read("forms/test/test.form", json(components));
    }

    static String json(String... components) {
        return """
                {"id": "test", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                 "executionPlatformVersion": "7.24.0", "components": [%s]}""".formatted(String.join(",", components).replace('\'', '"'));
    }

    /** Pairs of name and value; a value may come several times. */
    static Map<String, List<String>> sent(String... pairs) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            raw.merge(pairs[at], List.of(pairs[at + 1]), (before, more) -> {
                List<String> both = new java.util.ArrayList<>(before);
                both.addAll(more);
                return both;
            });
        }
        return raw;
    }

    static FormOutcome validate(FormDefinition form, String... pairs) {
        return VALIDATOR.validate(form, sent(pairs), Map.of());
    }
}
