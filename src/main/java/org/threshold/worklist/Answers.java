package org.threshold.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.threshold.clock.Finding;

/** The answers of a form, already checked against it, as the types that subjects record. */
public record Answers(Map<String, Object> values) {

    /** The text, or null when it was not asked or not answered. */
    public String text(String key) {
        Object value = values.get(key);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    public boolean yes(String key) {
        return "yes".equals(text(key));
    }

    /** Yes, no, or null when not asked. */
    public Boolean yesNo(String key) {
        return text(key) == null ? null : (Boolean) yes(key);
    }

    public LocalDate day(String key) {
        Object value = values.get(key);
        if (value instanceof LocalDate day) {
            return day;
        }
        return text(key) == null ? null : LocalDate.parse(text(key));
    }

    public List<String> codes(String key) {
        return values.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    public <E extends Enum<E>> E code(String key, Class<E> type) {
        return text(key) == null ? null : Enum.valueOf(type, text(key));
    }

    public Finding finding(String key) {
        return text(key) == null ? Finding.UNDECIDED : Finding.valueOf(text(key));
    }

    /** The rows of a repeating list. */
    public List<Answers> rows(String key) {
        return values.get(key) instanceof List<?> list ? list.stream().map(Answers::row).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Answers row(Object row) {
        return new Answers((Map<String, Object>) row);
    }
}
