package org.threshold.referral.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.threshold.form.FieldError;

/** Reads one flat JSON object of the fields that are asked for, and nothing else. */
final class StrictJson {

    private static final int DEEPEST = 8;
    private static final int LONGEST_NAME = 200;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Map<String, String> values = new HashMap<>();
    private final SentFields problems = SentFields.of(Map.of());

    private StrictJson() {
    }

    /** What was sent cannot be read at all. The message is a sentence for whoever sent it. */
    static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * @return the fields, or what is wrong with their names and kinds in {@link SentFields#errors()}
     * @throws Unreadable when it is no JSON object
     */
    static SentFields read(byte[] body) throws Unreadable {
        StrictJson reading = new StrictJson();
        try (JsonParser json = FACTORY.createParser(text(body))) {
            reading.object(json);
        } catch (JsonProcessingException broken) {
            throw new Unreadable("The body is not one JSON object that can be read: it is broken off, nested too deeply,"
                    + " or has a name twice");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return reading.problems.isWrong() ? reading.problems : SentFields.of(reading.values);
    }

    private static String text(byte[] body) throws Unreadable {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Unreadable("The body is not UTF-8");
        }
    }

    private void object(JsonParser json) throws IOException, Unreadable {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreadable("The body must be one JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken kind = json.nextToken();
            field(name, kind, json);
            if (kind.isStructStart()) {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new Unreadable("The body must be one JSON object and nothing after it");
        }
    }

    private void field(String name, JsonToken kind, JsonParser json) throws IOException {
        if (ReferralForm.names().noneMatch(name::equals)) {
            problems.errors().add(new FieldError(SentText.printable(name), "This is not asked for. Leave it out"));
        } else if (kind == JsonToken.VALUE_NULL) {
            return;
        } else if (ReferralForm.YES_OR_NO.contains(name)) {
            if (kind.isBoolean()) {
                values.put(name, json.getBooleanValue() ? "yes" : "no");
            } else {
                problems.wrong(name, "This must be true or false");
            }
        } else if (kind != JsonToken.VALUE_STRING) {
            problems.wrong(name, "This must be text");
        } else if (ReferralForm.DAYS.contains(name)) {
            day(name, json.getText());
        } else {
            values.put(name, json.getText());
        }
    }

    private void day(String name, String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            problems.wrong(name, "This must be a day like 2026-11-22");
            return;
        }
        String[] parts = text.split("-");
        values.put(name + "-year", parts[0]);
        values.put(name + "-month", parts[1]);
        values.put(name + "-day", parts[2]);
    }
}
