package org.threshold.homelessness.step;

import java.util.LinkedHashMap;
import java.util.Map;
import org.threshold.clock.Finding;
import org.threshold.homelessness.FindingRecord;
import org.threshold.homelessness.Question;

/** The facts that an officer reads beside a form, label by label. */
final class Beside {

    private final Map<String, String> lines = new LinkedHashMap<>();

    Beside line(String label, String text) {
        if (text != null && !text.isBlank()) {
            lines.put(label, text);
        }
        return this;
    }

    /** The four findings as they stand, with their reasons. */
    Beside findings(Map<Question, FindingRecord> current) {
        for (Question question : Question.values()) {
            FindingRecord found = current.get(question);
            line(question.title(), found == null ? "Not decided yet"
                    : words(found.finding()) + (found.reasons() == null ? "" : ". " + found.reasons()));
        }
        return this;
    }

    /** To return from {@code facts} under its key. */
    Map<String, Object> put(Map<String, Object> facts) {
        facts.put("beside", lines);
        return facts;
    }

    private static String words(Finding finding) {
        return switch (finding) {
            case YES -> "Yes";
            case NO -> "No";
            case UNDECIDED -> "Not decided yet";
        };
    }
}
