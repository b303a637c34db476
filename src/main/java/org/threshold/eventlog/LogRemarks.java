package org.threshold.eventlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences about what was read otherwise than it stands in the file, or could be read in two ways; none where it
 * happened nowhere.
 */
final class LogRemarks {

    private final List<String> sentences = new ArrayList<>();

    LogRemarks add(long number, String one, String several) {
        if (number > 0) {
            sentences.add(Words.many(number, one, several));
        }
        return this;
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
