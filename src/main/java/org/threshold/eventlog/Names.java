package org.threshold.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Different names, each with a number in the order in which it came, so that an event holds a number only. */
final class Names {

    static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private long characters;

    int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        numbers.put(name, names.size());
        names.add(name);
        characters += name.length();
        return names.size() - 1;
    }

    String name(int number) {
        return number == NONE ? null : names.get(number);
    }

    int size() {
        return names.size();
    }

    long characters() {
        return characters;
    }
}
