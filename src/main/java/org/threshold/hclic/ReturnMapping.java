package org.threshold.hclic;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the return asks and what we answer it with: {@code hclic/mapping.json}, the one place where that stands. A
 * mapping that cannot be read stops the start.
 */
@Component
public class ReturnMapping {

    private static final String FILE = "/hclic/mapping.json";

    private final List<ReturnField> fields;
    private final List<NotHeld> notHeld;

    /** A question of the return that we have no answer for yet, and why. */
    public record NotHeld(ReturnSection section, String label, String why) {
    }

    private record Written(String about, List<NotHeld> notHeld, List<ReturnField> fields) {
    }

    ReturnMapping() {
        Written written = read();
        this.fields = List.copyOf(written.fields());
        this.notHeld = List.copyOf(written.notHeld());
        long different = fields.stream().map(field -> field.section() + "." + field.key() + field.from()).distinct()
                .count();
        if (different != fields.size()) {
            throw new IllegalStateException(FILE + " has a field twice from the same day");
        }
    }

    private static Written read() {
        JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
        try (InputStream file = ReturnMapping.class.getResourceAsStream(FILE)) {
            return json.readValue(file, Written.class);
        } catch (IOException e) {
            throw new IllegalStateException("The mapping of the return cannot be read: " + FILE, e);
        }
    }

    /** Every field that ever was or is part of the return. */
    public List<ReturnField> fields() {
        return fields;
    }

    public List<NotHeld> notHeld() {
        return notHeld;
    }

    /** The questions of a section for someone who applied on that day, in order. */
    public List<ReturnField> fields(ReturnSection section, LocalDate applied) {
        return fields.stream().filter(field -> field.section() == section && field.askedOn(applied)).toList();
    }

    /** @throws IllegalArgumentException when the return never asked it */
    public ReturnField field(ReturnSection section, String key) {
        return fields.stream().filter(field -> field.section() == section && field.key().equals(key))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("The return has no " + section + "." + key));
    }
}
