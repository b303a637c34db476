package org.threshold.accommodation.step;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.OutsideRecord;
import org.threshold.accommodation.OutsideRecord.Fact;
import org.threshold.accommodation.OutsideRecord.Factor;
import org.threshold.accommodation.OutsideRecord.ForMember;
import org.threshold.accommodation.OutsideRecord.Reasons;
import org.threshold.accommodation.OutsideRecords;
import org.threshold.casefile.HouseholdMember;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** Why nothing nearer could be used, and what the home outside the borough means for each person. */
@Component
class RecordOutsideStep implements StepHandler {

    static final String APPROVED = "outOfBoroughApproved";
    private static final String PROPOSED = "outsideProposed";
    private static final String PLACEMENT = "placementId";

    private final OutsideRecords records;
    private final OutsideFacts facts;
    private final StepVariables variables;

    RecordOutsideStep(OutsideRecords records, OutsideFacts facts, StepVariables variables) {
        this.records = records;
        this.facts = facts;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "record-why-outside";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        long placement = variables.required(step, PLACEMENT);
        Map<String, Object> all = new HashMap<>();
        List<HouseholdMember> household = records.household(step.caseReference());
        Map<String, String> people = new LinkedHashMap<>();
        household.forEach(member -> people.put(String.valueOf(member.id()), member.person().name() + " ("
                + member.person().relationship().title().toLowerCase(Locale.UK) + ")"));
        all.put("options", Map.of("household", people));
        all.put("members", household.stream().map(member -> Map.of("person", String.valueOf(member.id()))).toList());
        Map<String, String> beside = facts.home(placement);
        records.latest(placement).filter(last -> last.answer() != null && !last.approved()).ifPresent(last -> {
            beside.put("Returned, because", last.answer().words());
            all.putAll(typed(last));
        });
        all.put("beside", beside);
        return all;
    }

    /** What was recorded before, to be put right rather than typed again. */
    private static Map<String, Object> typed(OutsideRecord last) {
        Map<String, Object> form = new LinkedHashMap<>();
        Reasons reasons = last.reasons();
        form.put("miles", reasons.miles());
        form.put("minutes", reasons.minutes());
        form.put("nothingNearer", reasons.nothingNearer());
        form.put("priority", reasons.priority().name());
        form.put("policyReasons", reasons.policyReasons());
        form.put("welfare", reasons.welfare());
        form.put("affordable", reasons.affordable());
        form.put("told", reasons.told() ? "yes" : "no");
        form.put(reasons.told() ? "said" : "whyNotTold", reasons.said());
        form.put("wayBack", reasons.wayBack());
        form.put("members", last.members().stream().map(RecordOutsideStep::row).toList());
        return form;
    }

    private static Map<String, Object> row(ForMember member) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("person", String.valueOf(member.memberId()));
        member.facts().forEach((factor, fact) -> {
            row.put(key(factor), fact.words());
            row.put(key(factor) + "Source", fact.source().name());
        });
        row.put("schoolYear", member.year().name());
        row.put("schoolFlags", member.flags().stream().sorted().map(Enum::name).toList());
        row.put("schoolMinutes", member.schoolMinutes());
        row.put("schoolPlan", member.schoolPlan());
        return row;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return answers.yes("proposed") ? records.problems(variables.required(step, PLACEMENT), members(answers))
                : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        long placement = variables.required(step, PLACEMENT);
        boolean proposed = answers.yes("proposed");
        if (proposed) {
            records.propose(placement, reasons(answers), members(answers));
        } else {
            records.lookAgain(placement, answers.text("whyNot"));
        }
        return Map.of(PROPOSED, proposed, APPROVED, false);
    }

    private static Reasons reasons(Answers answers) {
        boolean told = answers.yes("told");
        return new Reasons(new BigDecimal(answers.text("miles")), whole(answers, "minutes"),
                answers.text("nothingNearer"), answers.code("priority", OutsideRecord.Priority.class),
                answers.text("policyReasons"), answers.text("welfare"), answers.text("affordable"), told,
                answers.text(told ? "said" : "whyNotTold"), answers.text("wayBack"));
    }

    private static List<ForMember> members(Answers answers) {
        return answers.rows("members").stream().map(RecordOutsideStep::member).toList();
    }

    private static ForMember member(Answers row) {
        Map<Factor, Fact> facts = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            facts.put(factor, new Fact(row.text(key(factor)),
                    row.code(key(factor) + "Source", OutsideRecord.Source.class)));
        }
        Set<OutsideRecord.SchoolFlag> flags = row.codes("schoolFlags").stream().map(OutsideRecord.SchoolFlag::valueOf)
                .collect(Collectors.toSet());
        return new ForMember(Long.parseLong(row.text("person")), facts,
                row.code("schoolYear", OutsideRecord.SchoolYear.class), flags,
                row.text("schoolMinutes") == null ? null : (Integer) whole(row, "schoolMinutes"),
                row.text("schoolPlan"));
    }

    private static int whole(Answers answers, String key) {
        return new BigDecimal(answers.text(key)).intValueExact();
    }

    private static String key(Factor factor) {
        return factor.name().toLowerCase(Locale.ROOT);
    }
}
