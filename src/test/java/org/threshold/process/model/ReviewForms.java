package org.threshold.process.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The forms of {@code statutory-review}, as officers fill them in. */
final class ReviewForms {

    private ReviewForms() {
    }

    static Map<String, List<String>> reviewer(String username) {
        return Map.of("reviewer", List.of(username));
    }

    static Map<String, List<String>> accommodation(boolean granted) {
        return Map.of("reviewMerits", List.of("The doctor was not asked"), "reviewNewMaterial",
                List.of("A letter of the hospital"), "reviewCircumstances", List.of("Two children at school"),
                "reviewAccommodation", List.of(granted ? "yes" : "no"), "accommodationReasons",
                List.of("All of it weighed together"));
    }

    static Map<String, List<String>> nothingDeficient() {
        return Map.of("decisionDeficient", List.of("no"));
    }

    static Map<String, List<String>> deficientFor() {
        return Map.of("decisionDeficient", List.of("yes"), "deficiency", List.of("The doctor was not asked"),
                "reviewMinded", List.of("FOR"));
    }

    static Map<String, List<String>> deficientAgainst() {
        return Map.of("decisionDeficient", List.of("yes"), "deficiency", List.of("The doctor was not asked"),
                "reviewMinded", List.of("AGAINST"), "mindedReasons", List.of("The doctor says they can manage"));
    }

    static Map<String, List<String>> heard(LocalDate on) {
        return FilledForms.with(Map.of("heardWords", List.of("They came with a friend and told us everything")),
                "heardOn", on.toString());
    }

    static Map<String, List<String>> inTime() {
        return Map.of("reviewInTime", List.of("IN_TIME"), "inTimeHow", List.of("The letter is written tomorrow"));
    }

    static Map<String, List<String>> longer(LocalDate agreedOn, LocalDate until) {
        return FilledForms.with(Map.of("reviewInTime", List.of("LONGER"), "agreedWhere", List.of("Their email, on file")),
                "agreedOn", agreedOn.toString(), "agreedUntil", until.toString());
    }
}
