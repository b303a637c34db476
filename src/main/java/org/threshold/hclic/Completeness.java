package org.threshold.hclic;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.hclic.CaseReturn.Row;

/** What the return misses of a case, by the mapping and by the rules that join its answers. */
@Component
class Completeness {

    private final ReturnMapping mapping;

    Completeness(ReturnMapping mapping) {
        this.mapping = mapping;
    }

    /** Errors first, then in the order of the return. */
    List<Gap> of(CaseReturn facts) {
        List<Gap> gaps = new ArrayList<>();
        for (ReturnSection section : ReturnSection.values()) {
            List<ReturnField> fields = mapping.fields(section, facts.appliedOn());
            List<Row> rows = facts.rows(section);
            for (int row = 0; row < rows.size(); row++) {
                missing(facts, section, fields, rows.get(row), section == ReturnSection.MAIN ? 0 : row + 1, gaps);
            }
        }
        CrossRules.of(facts).forEach(broken -> gaps.add(gap(broken)));
        return gaps.stream().sorted(java.util.Comparator.comparing(Gap::severity).thenComparing(Gap::section)
                .thenComparing(Gap::row)).toList();
    }

    private static void missing(CaseReturn facts, ReturnSection section, List<ReturnField> fields, Row row, int number,
                                List<Gap> gaps) {
        for (ReturnField field : fields) {
            if (field.need() == null || row.has(field.key())
                    || !field.when().stream().allMatch(test -> holds(test, facts, row))
                    || field.unless().stream().anyMatch(test -> holds(test, facts, row))) {
                continue;
            }
            String ask = section == ReturnSection.PEOPLE && row.has("memberId")
                    ? "/people/" + row.text("memberId") : field.ask();
            gaps.add(new Gap(section, number, field.key(), field.need(), field.label() + " is missing"
                    + (section == ReturnSection.PEOPLE ? " for " + row.text("name") : of(section, row)), ask,
                    field.form()));
        }
    }

    /** Says which of several rows is meant, by what is known of it. */
    private static String of(ReturnSection section, Row row) {
        return switch (section) {
            case PREVENTION, RELIEF -> " for the duty owed on " + Words.day(row.day("owedOn"));
            case TEMPORARY_ACCOMMODATION -> row.has("startedOn") ? " for the stay from "
                    + Words.day(row.day("startedOn")) : "";
            case ASSISTANCE -> " for: " + row.text("needLabel");
            default -> "";
        };
    }

    private static boolean holds(ReturnField.Test test, CaseReturn facts, Row row) {
        boolean ofCase = test.field().startsWith("main.");
        Row read = ofCase ? facts.main() : row;
        String key = ofCase ? test.field().substring("main.".length()) : test.field();
        if (test.known() != null) {
            return read.has(key) == test.known();
        }
        String value = read.text(key);
        return test.in() != null ? value != null && test.in().contains(value)
                : value == null || !test.notIn().contains(value);
    }

    private Gap gap(CrossRules.Broken broken) {
        ReturnField field = mapping.fields().stream().filter(each -> each.section() == broken.section()
                && each.key().equals(broken.field())).findFirst().orElse(null);
        String ask = field != null && field.ask() != null ? field.ask()
                : broken.section() == ReturnSection.PREVENTION || broken.section() == ReturnSection.RELIEF
                        || broken.section() == ReturnSection.FINAL_DUTIES ? "/duties"
                : broken.section() == ReturnSection.SUPPORT ? "/people" : null;
        return new Gap(broken.section(), broken.row(), broken.rule(), broken.severity(), broken.sentence(), ask,
                field == null ? null : field.form());
    }
}
