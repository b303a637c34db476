package org.threshold.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A fact without which a letter must not go out.
 *
 * @param fact       its name in the letter's model
 * @param words      what it is, to an officer, such as 'The address of the offer'
 * @param where      the part of the case where it is recorded, such as {@code findings}; null where a step asks it
 * @param when       only where other facts have these values; null where always
 * @param mayBeEmpty whether an empty list is an answer, such as a household of one
 */
public record Need(String fact, String words, String where, Map<String, List<String>> when, boolean mayBeEmpty) {

    /** A question that was left open is no fact. */
    private static final String UNDECIDED = "UNDECIDED";

    public Need {
        when = when == null ? Map.of() : Map.copyOf(when);
    }

    /** Whether a letter with these facts needs it. */
    boolean appliesTo(Map<String, Object> model) {
        return when.entrySet().stream().allMatch(each -> each.getValue().contains(String.valueOf(model.get(each.getKey()))));
    }

    boolean missingIn(Map<String, Object> model) {
        Object value = model.get(fact);
        if (value == null) {
            return true;
        }
        return value instanceof String text ? text.isBlank() || UNDECIDED.equals(text)
                : value instanceof Collection<?> list && list.isEmpty() && !mayBeEmpty;
    }
}
