package org.threshold.hclic;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.threshold.casefile.CaseReference;

/**
 * All that the return would say of one case, section by section; Main has exactly one row.
 *
 * @param standing what decides whether the case is in the return; not part of the return itself
 */
public record CaseReturn(CaseReference reference, Standing standing, Map<ReturnSection, List<Row>> sections) {

    /**
     * @param officer  whoever holds the most urgent open step; null when nobody does
     * @param owed     a duty is or was owed, or a decision under s184 was made
     * @param placed   interim accommodation was given
     * @param excluded by hand, and why; null when nobody took it out
     */
    public record Standing(String applicant, String team, String officer, String status, boolean owed, boolean placed,
                           boolean closed, String excluded) {
    }

    /** One row of a section: answers by field; an answer that is not known is left out. */
    public record Row(Map<String, Object> values) {

        public Object get(String key) {
            return values.get(key);
        }

        public boolean has(String key) {
            Object value = values.get(key);
            return value != null && !(value instanceof List<?> list && list.isEmpty());
        }

        public String text(String key) {
            Object value = values.get(key);
            return value == null ? null : value.toString();
        }

        public LocalDate day(String key) {
            return (LocalDate) values.get(key);
        }

        @SuppressWarnings("unchecked")
        public List<String> codes(String key) {
            Object value = values.get(key);
            return value == null ? List.of() : (List<String>) value;
        }
    }

    public CaseReturn {
        sections = new EnumMap<>(sections);
    }

    public List<Row> rows(ReturnSection section) {
        return sections.getOrDefault(section, List.of());
    }

    public Row main() {
        return rows(ReturnSection.MAIN).get(0);
    }

    public LocalDate appliedOn() {
        return main().day("applicationDate");
    }

    /** Why the case is no part of the return, in words; null when it is. */
    public String leftOutBecause() {
        if (standing.excluded() != null) {
            return "Taken out: " + standing.excluded();
        }
        return switch (standing.status()) {
            case "REFERRED" -> "Referred to us, and no approach yet";
            case "CREATED_IN_ERROR" -> "Created in error";
            case "MERGED" -> "Merged into another case, which is reported";
            default -> standing.owed() || standing.placed() ? null
                    : standing.closed() ? "Closed without a duty, a decision or accommodation"
                    : "No duty, decision or accommodation yet";
        };
    }

    public boolean inReturn() {
        return leftOutBecause() == null;
    }
}
