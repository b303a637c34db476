package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Suitability;
import org.threshold.accommodation.SuitabilityRecords;
import org.threshold.accommodation.SuitabilityRecords.NewSuitability;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Why the unit suits each person of the household, before it is offered (s206, s210). */
@Component
class RecordSuitabilityStep implements StepHandler {

    private final SignUpFacts facts;
    private final SuitabilityRecords records;
    private final Household household;

    RecordSuitabilityStep(SignUpFacts facts, SuitabilityRecords records, Household household) {
        this.facts = facts;
        this.records = records;
        this.household = household;
    }

    @Override
    public String formKey() {
        return "record-suitability";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Placement placement = facts.placement(step);
        List<HouseholdMember> present = household.of(step.caseReference()).stream().filter(HouseholdMember::present)
                .toList();
        Map<String, String> people = new LinkedHashMap<>();
        present.forEach(member -> people.put(String.valueOf(member.id()), member.person().name() + " ("
                + member.person().relationship().title().toLowerCase() + ")"));
        Map<String, Object> known = new HashMap<>();
        known.put("options", Map.of("household", people));
        known.put("members", present.stream().map(member -> Map.of("person", String.valueOf(member.id()))).toList());
        known.put("familyInBedAndBreakfast", records.asksForNothingElse(placement.id()));
        known.put("beside", facts.beside(placement));
        return known;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return records.problems(facts.placement(step).id(), typed(new Answers(values))).entrySet().stream()
                .map(problem -> new FieldError(problem.getKey(), problem.getValue())).toList();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Suitability kept = records.record(facts.placement(step).id(), typed(new Answers(values)));
        return Map.of("unitSuits", kept.suitsAll());
    }

    private static NewSuitability typed(Answers answers) {
        String nothingElse = answers.text("nothingElse");
        return new NewSuitability(answers.text("space"), answers.text("affordable"), answers.text("location"),
                answers.rows("members").stream().map(row -> new Suitability.ForMember(
                        Long.parseLong(row.text("person")), row.yes("suits"), row.text("why"))).toList(),
                nothingElse == null ? null : (Boolean) nothingElse.equals("nothing"),
                nothingElse == null ? null : answers.text("nothingElseWords"));
    }
}
