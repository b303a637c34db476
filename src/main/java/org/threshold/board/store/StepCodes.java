package org.threshold.board.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers for texts that come again and again; null has the number 0. Never forgets one. */
final class StepCodes {

    /** A text that no step has. */
    static final int UNKNOWN = -1;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    StepCodes() {
        of(null);
    }

    /** The number of a text, a new one where it has none yet. */
    int of(String text) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        codes.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    /** @return {@link #UNKNOWN} where it has none */
    int find(String text) {
        return codes.getOrDefault(text, UNKNOWN);
    }

    String text(int code) {
        return texts.get(code);
    }

    int size() {
        return texts.size();
    }
}
