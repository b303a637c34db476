package org.threshold.referral.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.threshold.form.FieldError;

/**
 * What a stranger sent, field by field, and what is wrong with it. Given back to the page, so that nothing typed is
 * lost. Text that did not arrive as it was typed is refused, never mended.
 */
public final class SentFields {

    private static final int SHORTEST_YEAR = 1900;

    private final Map<String, String> values = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    static SentFields of(Map<String, String> sent) {
        SentFields fields = new SentFields();
        fields.values.putAll(sent);
        return fields;
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** What is wrong with a field, or null. */
    public String error(String key) {
        return errors.stream().filter(error -> error.key().equals(key)).map(FieldError::message).findFirst()
                .orElse(null);
    }

    /** What was sent, trimmed; empty when nothing. */
    public String text(String key) {
        return values.getOrDefault(key, "").strip();
    }

    public boolean ticked(String key) {
        return text(key).equals("yes");
    }

    public boolean chosen(String key, Object value) {
        return text(key).equals(String.valueOf(value));
    }

    /** Everything sent, to be carried through the page that asks to check it. */
    public Map<String, String> values() {
        return values;
    }

    void wrong(String key, String message) {
        if (error(key) == null) {
            errors.add(new FieldError(key, message));
        }
    }

    String line(String key, int longest, String what, String whenEmpty) {
        String text = optionalLine(key, longest, what);
        if (text == null) {
            wrong(key, whenEmpty);
        }
        return text;
    }

    String optionalLine(String key, int longest, String what) {
        String text = lines(key, longest, what);
        if (text != null && text.matches("(?s).*\\R.*|.*\t.*")) {
            wrong(key, what + " must be on one line");
            return null;
        }
        return text;
    }

    String lines(String key, int longest, String what, String whenEmpty) {
        String text = lines(key, longest, what);
        if (text == null) {
            wrong(key, whenEmpty);
        }
        return text;
    }

    /** Null when nothing was sent, or something that cannot be read. */
    String lines(String key, int longest, String what) {
        String text = text(key).replace("\r\n", "\n");
        if (SentText.isBroken(text)) {
            wrong(key, what + " has characters that cannot be read. Type it again");
            return null;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(key, what + " must be " + longest + " characters or fewer");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, String whenMissing) {
        E found = Stream.of(type.getEnumConstants()).filter(each -> each.name().equals(text(key))).findFirst()
                .orElse(null);
        if (found == null) {
            wrong(key, whenMissing);
        }
        return found;
    }

    /** Reads a value whose class says itself what is wrong with it. */
    <T> T parsed(String key, Function<String, T> parser) {
        if (text(key).isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text(key));
        } catch (IllegalArgumentException wrong) {
            wrong(key, wrong.getMessage());
            return null;
        }
    }

    /** A day sent as day, month and year in numbers; null when nothing, or no day. */
    LocalDate day(String key, String what) {
        List<String> parts = Stream.of("-day", "-month", "-year").map(part -> text(key + part)).toList();
        if (parts.stream().allMatch(String::isEmpty)) {
            return null;
        }
        try {
            if (parts.get(2).matches("[0-9]{4}") && parts.get(0).matches("[0-9]{1,2}")
                    && parts.get(1).matches("[0-9]{1,2}") && Integer.parseInt(parts.get(2)) >= SHORTEST_YEAR) {
                return LocalDate.of(Integer.parseInt(parts.get(2)), Integer.parseInt(parts.get(1)),
                        Integer.parseInt(parts.get(0)));
            }
        } catch (DateTimeException noSuchDay) {
            // said below
        }
        wrong(key, what + " must be a real date with a year of 4 numbers, like 27 3 2007");
        return null;
    }
}
