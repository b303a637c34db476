package org.threshold.hclic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.hclic.CaseReturn.Row;
import org.threshold.hclic.CaseReturn.Standing;
import org.threshold.hclic.store.ReturnFacts;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/** Puts the return of many cases together: ten statements, however many there are, and what follows from them. */
@Component
class ReturnReader {

    private static final int MANY_NEEDS = 3;

    private final ReturnFacts facts;
    private final ReturnMapping mapping;
    private final ReturnSettings settings;
    private final Stays stays;

    ReturnReader(ReturnFacts facts, ReturnMapping mapping, ReturnSettings settings, Stays stays) {
        this.facts = facts;
        this.mapping = mapping;
        this.settings = settings;
        this.stays = stays;
    }

    /** In the order of the references; a reference without a case is left out. */
    List<CaseReturn> read(Collection<String> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        Map<String, List<Map<String, Object>>> main = byCase(facts.main(cases));
        Map<ReturnSection, Map<String, List<Map<String, Object>>>> sections = new EnumMap<>(ReturnSection.class);
        sections.put(ReturnSection.PEOPLE, byCase(facts.people(cases)));
        sections.put(ReturnSection.SUPPORT, byCase(facts.needs(cases)));
        sections.put(ReturnSection.PREVENTION, byCase(facts.duties(cases, "PREVENTION")));
        sections.put(ReturnSection.RELIEF, byCase(facts.duties(cases, "RELIEF")));
        sections.put(ReturnSection.FINAL_DUTIES, byCase(facts.decisions(cases)));
        sections.put(ReturnSection.ASSISTANCE, sections.get(ReturnSection.SUPPORT));
        sections.put(ReturnSection.TEMPORARY_ACCOMMODATION, byCase(stays.of(facts.placements(cases))));
        sections.put(ReturnSection.REVIEWS, byCase(facts.reviews(cases)));
        List<CaseReturn> read = new ArrayList<>();
        cases.stream().distinct().filter(main::containsKey)
                .forEach(reference -> read.add(assemble(reference, main.get(reference).get(0), sections)));
        return read;
    }

    private static Map<String, List<Map<String, Object>>> byCase(List<Map<String, Object>> rows) {
        Map<String, List<Map<String, Object>>> byCase = new LinkedHashMap<>();
        rows.forEach(row -> byCase.computeIfAbsent((String) row.get("caseReference"), key -> new ArrayList<>())
                .add(row));
        return byCase;
    }

    private CaseReturn assemble(String reference, Map<String, Object> main,
                                Map<ReturnSection, Map<String, List<Map<String, Object>>>> sections) {
        Map<ReturnSection, List<Row>> rows = new EnumMap<>(ReturnSection.class);
        sections.forEach((section, byCase) -> rows.put(section,
                byCase.getOrDefault(reference, List.of()).stream().map(Row::new).toList()));
        derive(main, rows.get(ReturnSection.PEOPLE));
        rows.get(ReturnSection.PREVENTION).forEach(row -> reported(row, "endReason", DutyKind.PREVENTION));
        rows.get(ReturnSection.RELIEF).forEach(row -> reported(row, "endReason", DutyKind.RELIEF));
        rows.get(ReturnSection.FINAL_DUTIES).forEach(row -> reported(row, "mainDutyEndReason", DutyKind.MAIN));
        rows.get(ReturnSection.ASSISTANCE).forEach(row -> row.values().put("needLabel",
                mapping.field(ReturnSection.ASSISTANCE, "supportNeed").code(row.text("supportNeed"))
                        .map(ReturnField.Code::label).orElse(row.text("supportNeed"))));
        rows.put(ReturnSection.MAIN, List.of(new Row(main)));
        Standing standing = new Standing((String) main.get("applicant"), (String) main.get("team"),
                (String) main.get("officer"), (String) main.get("status"), Boolean.TRUE.equals(main.get("owed")),
                Boolean.TRUE.equals(main.get("placed")), Boolean.TRUE.equals(main.get("closed")),
                (String) main.get("excluded"));
        main.put("owed", standing.owed() ? "YES" : "NO");
        main.put("closed", standing.closed() ? "YES" : "NO");
        return new CaseReturn(new CaseReference(reference), standing, rows);
    }

    /** The law tells ends of a duty apart that the return counts as one. */
    private static void reported(Row row, String key, DutyKind kind) {
        if (row.has(key)) {
            row.values().put(key, EndReason.valueOf(row.text(key)).reportedAs(kind));
        }
    }

    /** What the return counts and we compute rather than ask. */
    private void derive(Map<String, Object> main, List<Row> people) {
        if (!settings.councilCode().isEmpty()) {
            main.put("councilCode", settings.councilCode());
        }
        if (main.get("sex") != null) {
            people.stream().filter(row -> "MAIN_APPLICANT".equals(row.text("relationship")))
                    .forEach(row -> row.values().put("sex", main.get("sex")));
        }
        LocalDate applied = (LocalDate) main.get("applicationDate");
        List<Person> present = people.stream()
                .filter(person -> !person.has("leftOn") || person.day("leftOn").isAfter(applied))
                .map(ReturnReader::person).toList();
        main.put("composition", Composition.of(present, (String) main.get("sex"), applied));
        main.put("householdSize", present.size());
        main.put("dependentChildren", (int) Composition.dependent(present, applied));
        if (Boolean.TRUE.equals(main.get("assessed"))) {
            int needs = main.get("needs") == null ? 0 : (Integer) main.get("needs");
            main.put("supportNeedCount", needs >= MANY_NEEDS ? MANY_NEEDS + "+" : String.valueOf(needs));
        }
    }

    private static Person person(Row row) {
        return new Person(null, row.text("name"), row.day("dateOfBirth"),
                Relationship.valueOf(row.text("relationship")), null, Boolean.TRUE.equals(row.get("education")));
    }
}
