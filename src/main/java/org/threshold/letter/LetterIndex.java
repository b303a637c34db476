package org.threshold.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.threshold.audit.Sha256;
import org.threshold.letter.LetterKind.Sample;

/** Every letter as data: {@code letters/<key>.json} beside its wording. */
@Component
class LetterIndex {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Pattern PART = Pattern.compile("~\\{([a-z0-9-]+) ::");
    /** The one layout of all letters, which is no letter's wording. */
    private static final List<String> LAYOUT = List.of("frame", "large-print");

    private final Map<LetterTemplate, LetterKind> kinds = new EnumMap<>(LetterTemplate.class);

    LetterIndex() {
        Arrays.stream(LetterTemplate.values()).forEach(template -> kinds.put(template, read(template)));
    }

    LetterKind of(LetterTemplate template) {
        return kinds.get(template);
    }

    /** In the order of the letters. */
    List<LetterKind> all() {
        return List.copyOf(kinds.values());
    }

    private static LetterKind read(LetterTemplate template) {
        String file = "letters/" + template.key() + ".json";
        try {
            LetterKind found = JSON.readValue(text(file), LetterKind.class);
            return new LetterKind(template.key(), template.title(), found.purpose(), found.provision(), found.second(), found.proof(),
                    found.needs(), found.versions(), found.samples().stream()
                    .map(sample -> new Sample(sample.name(), facts(sample.facts()))).toList());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Cannot read " + file, broken);
        }
    }

    private static Map<String, Object> facts(Map<String, Object> written) {
        Map<String, Object> facts = new LinkedHashMap<>();
        written.forEach((name, value) -> facts.put(name, fact(value)));
        return facts;
    }

    /** A day is written as {@code 2027-06-01}. */
    @SuppressWarnings("unchecked")
    private static Object fact(Object value) {
        if (value instanceof String text) {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : text;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(LetterIndex::fact).toList();
        }
        return value instanceof Map<?, ?> map ? facts((Map<String, Object>) map) : value;
    }

    /** Of the page and of what it includes, but not of the layout. */
    static String sha256(String page) {
        StringBuilder wording = new StringBuilder();
        for (String part : parts(page, new TreeSet<>())) {
            wording.append(text("letters/" + part + ".html"));
        }
        return Sha256.of(wording.toString());
    }

    private static TreeSet<String> parts(String page, TreeSet<String> found) {
        if (LAYOUT.contains(page) || !found.add(page)) {
            return found;
        }
        Matcher included = PART.matcher(text("letters/" + page + ".html"));
        while (included.find()) {
            parts(included.group(1), found);
        }
        return found;
    }

    private static String text(String file) {
        try (InputStream in = LetterIndex.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + file + ". Every letter needs its wording, and its"
                        + " entry beside it: see the handbook of designers");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
