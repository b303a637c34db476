package org.threshold.logexport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads an OCEL file again: against its schema, and that whatever is named in it is also in it. */
final class OcelFile {

    private static final Set<String> INSTANCES = Set.of("step", "placement", "review");

    private final Map<String, JsonNode> objects = new LinkedHashMap<>();
    private final List<Told> events = new ArrayList<>();

    OcelFile(String text) throws Exception {
        JsonNode log = new ObjectMapper().readTree(text);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(OcelFile.class.getResourceAsStream("/ocel/ocel-2.0-draft-07.schema.json"))
                .validate(log, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))).isEmpty();
        for (JsonNode object : log.get("objects")) {
            assertThat(objects.put(object.get("id").asText(), object)).as("two objects of one id").isNull();
        }
        whatIsUsedIsDeclared(log.get("objectTypes"), log.get("objects"));
        whatIsUsedIsDeclared(log.get("eventTypes"), log.get("events"));
        objects.values().forEach(this::whatIsRelatedIsThere);
        for (JsonNode event : log.get("events")) {
            whatIsRelatedIsThere(event);
            events.add(told(event));
        }
        assertThat(events).extracting(Told::id).doesNotHaveDuplicates();
    }

    List<Told> events() {
        return events;
    }

    List<JsonNode> objects(String type) {
        return objects.values().stream().filter(each -> each.get("type").asText().equals(type)).toList();
    }

    /** The values of an attribute in the order of time, with the time from which each holds. */
    static Map<String, String> over(JsonNode object, String attribute) {
        Map<String, String> values = new TreeMap<>();
        object.get("attributes").forEach(each -> {
            if (each.get("name").asText().equals(attribute)) {
                values.put(each.get("time").asText(), each.get("value").asText());
            }
        });
        return values;
    }

    static Map<String, String> relations(JsonNode of) {
        Map<String, String> relations = new TreeMap<>();
        of.get("relationships").forEach(each -> relations.put(each.get("qualifier").asText(),
                each.get("objectId").asText()));
        return relations;
    }

    private Told told(JsonNode event) {
        Map<String, String> rest = new TreeMap<>();
        event.get("attributes").forEach(each -> rest.put(each.get("name").asText(), each.get("value").asText()));
        Map<String, String> relations = relations(event);
        String caseId = relations.remove("case");
        assertThat(relations.remove("household")).isEqualTo(relations(objects.get(caseId)).get("of"));
        String source = relations.keySet().stream().filter(INSTANCES::contains).findFirst().orElseThrow();
        String instance = relations.remove(source);
        rest.putAll(relations);
        rest.computeIfPresent("team", (name, id) -> id.substring("team-".length()));
        rest.put("channel", over(objects.get(caseId), "channel").values().iterator().next());
        String transition = rest.containsKey("lifecycle") ? rest.remove("lifecycle") : "complete";
        rest.put("activity", event.get("type").asText().replace(" (" + transition + ")", ""));
        return new Told(caseId, event.get("id").asText(), source.toUpperCase(Locale.ROOT), instance, transition,
                OffsetDateTime.parse(event.get("time").asText()), rest);
    }

    private void whatIsRelatedIsThere(JsonNode of) {
        assertThat(objects.keySet()).containsAll(relations(of).values());
    }

    private static void whatIsUsedIsDeclared(JsonNode types, JsonNode used) {
        Map<String, Set<String>> declared = new TreeMap<>();
        types.forEach(type -> {
            Set<String> names = new TreeSet<>();
            type.get("attributes").forEach(each -> names.add(each.get("name").asText()));
            assertThat(declared.put(type.get("name").asText(), names)).isNull();
        });
        used.forEach(each -> {
            assertThat(declared).containsKey(each.get("type").asText());
            each.get("attributes").forEach(attribute -> assertThat(declared.get(each.get("type").asText()))
                    .contains(attribute.get("name").asText()));
        });
    }
}
