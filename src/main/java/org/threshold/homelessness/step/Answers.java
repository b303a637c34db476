package org.threshold.homelessness.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.threshold.clock.Finding;

/** The answers of a form, already checked against it, as the types that this room records. */
record Answers(Map<String, Object> values) {

    /** The text, or null when it was not asked or not answered. */
    String text(String key) {
        Object value = values.get(key);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    boolean yes(String key) {
        return "yes".equals(text(key));
    }

    /** Yes, no, or null when not asked. */
    Boolean yesNo(String key) {
        return text(key) == null ? null : (Boolean) yes(key);
    }

    LocalDate day(String key) {
        Object value = values.get(key);
        if (value instanceof LocalDate day) {
            return day;
        }
        return text(key) == null ? null : LocalDate.parse(text(key));
    }

    List<String> codes(String key) {
        return values.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    <E extends Enum<E>> E code(String key, Class<E> type) {
        return text(key) == null ? null : Enum.valueOf(type, text(key));
    }

    Finding finding(String key) {
        return text(key) == null ? Finding.UNDECIDED : Finding.valueOf(text(key));
    }

    /** The rows of a repeating list. */
    List<Answers> rows(String key) {
        return values.get(key) instanceof List<?> list ? list.stream().map(Answers::row).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Answers row(Object row) {
        return new Answers((Map<String, Object>) row);
    }
}
