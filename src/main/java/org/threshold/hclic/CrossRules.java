package org.threshold.hclic;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.threshold.hclic.CaseReturn.Row;

/**
 * Answers that do not fit together, such as income of a partner whom the household does not have. Each rule is written
 * once: forms ask it while an officer types, and the return asks it of what is recorded.
 */
final class CrossRules {

    /** Ages between which each support need can be true of the main applicant. */
    private static final Map<String, int[]> AGES = Map.of("YP_16_17", new int[] {16, 17},
            "YP_18_25", new int[] {18, 25}, "CARE_LEAVER_18_20", new int[] {18, 20}, "CL_21_24", new int[] {21, 24},
            "CL_25_PLUS", new int[] {25, 150}, "YOUNG_PARENT", new int[] {10, 25}, "OLD_AGE", new int[] {60, 150});
    private static final int YOUNGEST_APPLICANT = 16;

    /** @param field the question to which the sentence belongs */
    record Broken(ReturnSection section, int row, String rule, Severity severity, String field, String sentence) {
    }

    private final List<Broken> broken = new ArrayList<>();

    private CrossRules() {
    }

    /** What does not fit together on a case. */
    static List<Broken> of(CaseReturn facts) {
        CrossRules rules = new CrossRules();
        Row main = facts.main();
        boolean partner = facts.rows(ReturnSection.PEOPLE).stream()
                .anyMatch(person -> "PARTNER".equals(person.text("relationship")));
        rules.income(main.codes("income"), partner);
        rules.home(main.text("accommodationNow"), main.text("sleptRough"), main.has("lastPostcode"),
                "YES".equals(main.text("postcodeNotKnown")));
        rules.needs(facts.rows(ReturnSection.SUPPORT).stream().map(row -> row.text("supportNeed")).toList(),
                main.day("dateOfBirth"), facts.appliedOn());
        rules.age(main.day("dateOfBirth"), facts.appliedOn());
        rules.duties(facts);
        rules.decisions(facts);
        rules.accommodation(facts);
        rules.reviews(facts);
        return rules.broken;
    }

    /**
     * What does not fit together in answers that are being typed; what is not answered yet breaks no rule.
     *
     * @param answers by the keys of the assessment's form, which are those of the return
     * @param partner whether the household has a partner
     */
    static List<Broken> ofAssessment(Map<String, Object> answers, boolean partner, LocalDate born, LocalDate applied) {
        CrossRules rules = new CrossRules();
        Row typed = new Row(answers);
        rules.income(typed.codes("income"), partner);
        rules.home(typed.text("accommodationNow"), typed.text("sleptRough"), typed.has("lastPostcode"),
                Boolean.TRUE.equals(answers.get("postcodeNotKnown")));
        rules.needs(typed.codes("supportNeeds"), born, applied);
        if (typed.has("satisfiedOn") && typed.day("satisfiedOn").isBefore(applied)) {
            rules.add(ReturnSection.MAIN, 0, "DUTY_BEFORE_APPLICATION", Severity.ERROR, "satisfiedOn",
                    "The day you were satisfied is before the day of the application, " + Words.day(applied));
        }
        return rules.broken;
    }

    private void income(List<String> income, boolean partner) {
        if (income.contains("PARTNER_WORK") && !partner) {
            add(ReturnSection.MAIN, 0, "PARTNER_INCOME", Severity.ERROR, "income",
                    "A partner’s income is ticked, but there is no partner in the household. Add the partner on the"
                            + " people page, or take the tick away");
        }
        if (income.contains("NONE") && income.size() > 1) {
            add(ReturnSection.MAIN, 0, "NO_INCOME", Severity.ERROR, "income",
                    "‘Nothing’ cannot stand beside another kind of income");
        }
    }

    private void home(String now, String rough, boolean postcode, boolean notKnown) {
        if (rough != null && now != null && !now.equals("NFA")) {
            add(ReturnSection.MAIN, 0, "SLEPT_ROUGH", Severity.WARNING, "sleptRough",
                    "Sleeping rough is asked only of people with no fixed place to stay");
        }
        if (postcode && notKnown) {
            add(ReturnSection.MAIN, 0, "POSTCODE", Severity.ERROR, "postcodeNotKnown",
                    "There is a postcode, and it is ticked as not known. Take one of them away");
        }
    }

    private void needs(List<String> needs, LocalDate born, LocalDate applied) {
        if (born == null) {
            return;
        }
        int age = Period.between(born, applied).getYears();
        for (String need : needs) {
            int[] ages = AGES.get(need);
            if (ages != null && (age < ages[0] || age > ages[1])) {
                add(ReturnSection.SUPPORT, 0, "NEED_AND_AGE", Severity.WARNING, "supportNeeds",
                        "A support need is for another age: the applicant was " + age + " on the day of the"
                                + " application");
            }
        }
    }

    private void age(LocalDate born, LocalDate applied) {
        if (born != null && born.plusYears(YOUNGEST_APPLICANT).isAfter(applied)) {
            add(ReturnSection.MAIN, 0, "YOUNG_APPLICANT", Severity.WARNING, "dateOfBirth",
                    "The main applicant was younger than 16 on the day of the application");
        }
    }

    private void duties(CaseReturn facts) {
        for (ReturnSection section : List.of(ReturnSection.PREVENTION, ReturnSection.RELIEF)) {
            int number = 0;
            for (Row duty : facts.rows(section)) {
                number++;
                span(section, number, "DUTY", duty.day("owedOn"), duty.day("endedOn"), facts.appliedOn(), "owedOn",
                        "The " + section.title().toLowerCase() + " duty");
            }
        }
        for (Row relief : facts.rows(ReturnSection.RELIEF)) {
            boolean unended = facts.rows(ReturnSection.PREVENTION).stream()
                    .filter(prevention -> !prevention.day("owedOn").isAfter(relief.day("owedOn")))
                    .anyMatch(prevention -> !prevention.has("endedOn")
                            || prevention.day("endedOn").isAfter(relief.day("owedOn")));
            if (unended) {
                add(ReturnSection.RELIEF, 0, "RELIEF_WITHOUT_ENDING_PREVENTION", Severity.ERROR, "owedOn",
                        "The relief duty began while the prevention duty went on. End prevention first, or put its"
                                + " day right");
            }
        }
    }

    private void decisions(CaseReturn facts) {
        int number = 0;
        for (Row decision : facts.rows(ReturnSection.FINAL_DUTIES)) {
            number++;
            LocalDate decided = decision.day("decidedOn");
            if (decided != null && decided.isBefore(facts.appliedOn())) {
                add(ReturnSection.FINAL_DUTIES, number, "DECISION_BEFORE_APPLICATION", Severity.ERROR, "decidedOn",
                        "The decision is dated before the day of the application");
            }
            span(ReturnSection.FINAL_DUTIES, number, "MAIN_DUTY", decision.day("mainDutyOwedOn"),
                    decision.day("mainDutyEndedOn"), facts.appliedOn(), "mainDutyOwedOn", "The main duty");
        }
    }

    private void accommodation(CaseReturn facts) {
        int number = 0;
        for (Row placement : facts.rows(ReturnSection.TEMPORARY_ACCOMMODATION)) {
            number++;
            span(ReturnSection.TEMPORARY_ACCOMMODATION, number, "PLACEMENT", placement.day("startedOn"), null,
                    facts.appliedOn(), "startedOn", "Temporary accommodation");
        }
    }

    private void reviews(CaseReturn facts) {
        int number = 0;
        for (Row review : facts.rows(ReturnSection.REVIEWS)) {
            number++;
            if (review.has("decidedOn") && review.day("decidedOn").isBefore(review.day("requestedOn"))) {
                add(ReturnSection.REVIEWS, number, "REVIEW_BEFORE_REQUEST", Severity.ERROR, "decidedOn",
                        "The review was decided before it was asked for");
            }
        }
    }

    private void span(ReturnSection section, int row, String what, LocalDate from, LocalDate to, LocalDate applied,
                      String field, String words) {
        if (from != null && from.isBefore(applied)) {
            add(section, row, what + "_BEFORE_APPLICATION", Severity.ERROR, field, words + " is dated "
                    + Words.day(from) + ", before the day of the application, " + Words.day(applied));
        }
        if (from != null && to != null && to.isBefore(from)) {
            add(section, row, what + "_ENDED_BEFORE_START", Severity.ERROR, field, words + " ended before it began");
        }
    }

    private void add(ReturnSection section, int row, String rule, Severity severity, String field, String sentence) {
        broken.add(new Broken(section, row, rule, severity, field, sentence));
    }
}
