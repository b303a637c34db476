package org.threshold.moveon.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.HomeSuitabilities;
import org.threshold.moveon.HomeSuitability;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Why the home suits each person of the household, and whether they can pay for it (s206, s210; SI 1996/3204). */
@Component
class RecordHomeSuitabilityStep implements StepHandler {

    private final HomeSuitabilities suitability;
    private final HomeOfferFacts facts;

    RecordHomeSuitabilityStep(HomeSuitabilities suitability, HomeOfferFacts facts) {
        this.suitability = suitability;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "record-home-suitability";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<Long, String> people = facts.people(step);
        Map<String, String> options = new LinkedHashMap<>();
        people.forEach((id, name) -> options.put(String.valueOf(id), name));
        Map<String, Object> known = new HashMap<>();
        known.put("options", Map.of("household", options));
        known.put("members", people.keySet().stream().map(id -> Map.of("person", String.valueOf(id))).toList());
        known.put("beside", facts.beside(facts.offer(step)));
        return known;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return suitability.problems(step.caseReference(), facts.id(step), typed(new Answers(values)));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        return Map.of("homeSuits", suitability.record(step.caseReference(), facts.id(step), typed(new Answers(values))));
    }

    private static HomeSuitability.New typed(Answers answers) {
        return new HomeSuitability.New(answers.text("condition"), answers.text("location"), answers.text("affordable"),
                HomeOfferFacts.pence(answers.text("incomeWeekly")), HomeOfferFacts.pence(answers.text("essentialsWeekly")),
                answers.rows("members").stream().map(row -> new HomeSuitability.ForMember(
                        Long.parseLong(row.text("person")), row.yes("suits"), row.text("why"))).toList());
    }
}
