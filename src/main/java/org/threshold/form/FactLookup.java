package org.threshold.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds facts by name: first the whole name, then step by step through nested maps. */
final class FactLookup {

    private FactLookup() {
    }

    static Object find(Map<String, Object> facts, String name) {
        if (facts.containsKey(name)) {
            return facts.get(name);
        }
        Object at = facts;
        for (String part : name.split("\\.")) {
            if (!(at instanceof Map<?, ?> map)) {
                return null;
            }
            at = map.get(part);
        }
        return at;
    }

    /** The choices of a question: its own, or those of its fact. */
    static List<Option> options(Component.Field field, Map<String, Object> facts) {
        return field.optionsFrom() == null ? field.options() : options(find(facts, field.optionsFrom()));
    }

    private static List<Option> options(Object fact) {
        List<Option> options = new ArrayList<>();
        if (fact instanceof Map<?, ?> map) {
            map.forEach((value, label) -> options.add(new Option(String.valueOf(value), String.valueOf(label))));
        } else if (fact instanceof Iterable<?> list) {
            list.forEach(item -> options.add(option(item)));
        }
        return options;
    }

    private static Option option(Object item) {
        if (item instanceof Option option) {
            return option;
        }
        if (item instanceof Map<?, ?> map) {
            return new Option(String.valueOf(map.get("value")), String.valueOf(map.get("label")));
        }
        return new Option(String.valueOf(item), String.valueOf(item));
    }
}
