package org.threshold.logexport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.threshold.logexport.LogEvent.Source;

/**
 * Writes OCEL 2.0 as JSON: types, then objects, then events, each as it comes. Values are text whatever their type, as
 * the schema wants it.
 */
final class OcelWriter {

    private static final Map<String, String> TYPES = Map.of("version", "integer", "due", "time");

    private static final Map<String, List<String>> OBJECTS = Map.of("household", List.of(), "case", List.of("channel"),
            "step", List.of("process", "version", "element", "team"), "placement", List.of("function"),
            "unit", List.of("kind"), "review", List.of("matter"), "officer", List.of(), "team", List.of());

    private static final Map<Source, List<String>> EVENTS = Map.of(
            Source.STEP, List.of("lifecycle", "fact", "process", "version", "element", "due", "reason"),
            Source.PLACEMENT, List.of("fact"), Source.REVIEW, List.of("fact", "day", "outcome"));

    private final JsonGenerator json;

    OcelWriter(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.writeStartObject();
    }

    /** A value that an object has from a time on. */
    record Attribute(String name, String value, String from) {
    }

    /** How something stands to an object. */
    record Relation(String objectId, String qualifier) {
    }

    /** @param events what kinds of events there are, and of what */
    void types(Map<String, Source> events) throws IOException {
        json.writeArrayFieldStart("objectTypes");
        for (String name : OBJECTS.keySet().stream().sorted().toList()) {
            type(name, OBJECTS.get(name));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("eventTypes");
        for (Map.Entry<String, Source> event : events.entrySet()) {
            type(event.getKey(), EVENTS.get(event.getValue()));
        }
        json.writeEndArray();
    }

    void beginObjects() throws IOException {
        json.writeArrayFieldStart("objects");
    }

    void object(String id, String type, List<Attribute> attributes, List<Relation> relations) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("type", type);
        json.writeArrayFieldStart("attributes");
        for (Attribute attribute : attributes) {
            json.writeStartObject();
            json.writeStringField("name", attribute.name());
            json.writeStringField("value", attribute.value());
            json.writeStringField("time", attribute.from());
            json.writeEndObject();
        }
        json.writeEndArray();
        relations(relations);
        json.writeEndObject();
    }

    void beginEvents() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("events");
    }

    void event(LogEvent event) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeStringField("type", event.type());
        json.writeStringField("time", Disguise.time(event.at()));
        json.writeArrayFieldStart("attributes");
        if (event.source() == Source.STEP) {
            value("lifecycle", event.transition());
        }
        for (Map.Entry<String, String> fact : event.facts().entrySet()) {
            value(fact.getKey(), fact.getValue());
        }
        json.writeEndArray();
        relations(relationsOf(event));
        json.writeEndObject();
    }

    void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private static List<Relation> relationsOf(LogEvent event) {
        List<Relation> all = new java.util.ArrayList<>(List.of(new Relation(event.caseId(), "case"),
                new Relation(event.household(), "household"),
                new Relation(event.instance(), event.source().name().toLowerCase(java.util.Locale.ROOT)),
                new Relation(event.by(), "by")));
        add(all, event.to(), "to");
        add(all, event.team() == null ? null : teamId(event.team()), "team");
        add(all, event.unit(), "unit");
        return all;
    }

    static String teamId(String key) {
        return "team-" + key;
    }

    static void add(List<Relation> relations, String objectId, String qualifier) {
        if (objectId != null) {
            relations.add(new Relation(objectId, qualifier));
        }
    }

    private void type(String name, List<String> attributes) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeArrayFieldStart("attributes");
        for (String attribute : attributes) {
            json.writeStartObject();
            json.writeStringField("name", attribute);
            json.writeStringField("type", TYPES.getOrDefault(attribute, "string"));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void relations(List<Relation> relations) throws IOException {
        json.writeArrayFieldStart("relationships");
        for (Relation relation : relations) {
            json.writeStartObject();
            json.writeStringField("objectId", relation.objectId());
            json.writeStringField("qualifier", relation.qualifier());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void value(String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("value", value);
        json.writeEndObject();
    }
}
