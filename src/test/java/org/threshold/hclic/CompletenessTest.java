package org.threshold.hclic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threshold.casefile.CaseReference;
import org.threshold.hclic.CaseReturn.Row;
import org.threshold.hclic.CaseReturn.Standing;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/** What is missed, and what does not fit together: one complete case, changed in one place at a time. */
class CompletenessTest {

    private static final LocalDate APPLIED = LocalDate.of(2026, 6, 1);
    private static final ReturnMapping MAPPING = new ReturnMapping();

    private final Completeness completeness = new Completeness(MAPPING);
    private final Map<ReturnSection, List<Map<String, Object>>> rows = complete();

    @Test
    void aCompleteCaseMissesNothing() {
        assertThat(gaps()).isEmpty();
    }

    /** The field is taken away; the sentence, its weight and where it is asked. */
    @ParameterizedTest(name = "without {0}.{1}: {2}")
    @CsvSource({"MAIN, reasonForLoss, ERROR, /h-clic/answers#reasonForLoss",
            "MAIN, lastSettledHome, ERROR, /h-clic/answers#lastSettledHome",
            "MAIN, accommodationNow, ERROR, /h-clic/answers#accommodationNow",
            "MAIN, employment, ERROR, /h-clic/answers#employment", "MAIN, income, ERROR, /h-clic/answers#income",
            "MAIN, lastPostcode, ERROR, /h-clic/answers#lastPostcode", "MAIN, referral, ERROR, /h-clic/answers#referral",
            "MAIN, nationality, ERROR, /h-clic/answers#nationality", "MAIN, eligible, ERROR, /findings",
            "MAIN, dateOfBirth, ERROR, /people", "MAIN, noticeType, ERROR, /h-clic/answers#noticeType",
            "MAIN, lostOn, WARNING, /h-clic/answers#lostOn", "MAIN, sex, WARNING, /h-clic/answers#sex",
            "MAIN, ethnicity, WARNING, /h-clic/answers#ethnicity",
            "MAIN, genderSame, WARNING, /h-clic/answers#genderSame",
            "MAIN, sexualOrientation, WARNING, /h-clic/answers#sexualOrientation",
            "PEOPLE, sex, WARNING, /people/7", "PEOPLE, dateOfBirth, WARNING, /people/7",
            "PREVENTION, endReason, ERROR, /duties", "PREVENTION, activities, WARNING, /h-clic/activities",
            "PREVENTION, resolvedBy, ERROR, /h-clic/activities", "PREVENTION, inDistrict, ERROR, /h-clic/activities",
            "PREVENTION, accommodation, ERROR, /h-clic/activities",
            "FINAL_DUTIES, priorityNeedReason, ERROR, /findings", "ASSISTANCE, help, ERROR, /h-clic/help",
            "TEMPORARY_ACCOMMODATION, type, ERROR, ''", "REVIEWS, outcome, ERROR, ''"})
    void whatIsTakenAwayIsMissed(ReturnSection section, String key, Severity severity, String ask) {
        rows.get(section).get(0).remove(key);
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.rule()).isEqualTo(key);
            assertThat(gap.severity()).isEqualTo(severity);
            assertThat(gap.ask()).isEqualTo(ask.isEmpty() ? null : ask);
            assertThat(gap.sentence()).contains("is missing");
        });
    }

    /** An answer is changed; the one rule that no longer holds. */
    @ParameterizedTest(name = "{0}.{1} = {2}: {3}")
    @CsvSource({"MAIN, accommodationNow, NFA, sleptRough", "MAIN, reasonForLoss, AST_RENT_ARREARS, arrearsReason",
            "MAIN, referral, DUTY_TO_REFER, referralBody", "MAIN, noticeType, SECTION_8, noticeExpires",
            "MAIN, income, PARTNER_WORK, PARTNER_INCOME", "MAIN, income, WORK|NONE, NO_INCOME",
            "MAIN, postcodeNotKnown, YES, POSTCODE", "MAIN, sleptRough, NEVER, SLEPT_ROUGH",
            "MAIN, dateOfBirth, 2015-01-01, YOUNG_APPLICANT", "SUPPORT, supportNeed, YP_16_17, NEED_AND_AGE",
            "SUPPORT, supportNeed, OLD_AGE, NEED_AND_AGE", "PREVENTION, owedOn, 2026-05-31, DUTY_BEFORE_APPLICATION",
            "PREVENTION, endedOn, 2026-06-01, DUTY_ENDED_BEFORE_START",
            "RELIEF, owedOn, 2026-06-20, RELIEF_WITHOUT_ENDING_PREVENTION",
            "FINAL_DUTIES, decidedOn, 2026-05-01, DECISION_BEFORE_APPLICATION",
            "FINAL_DUTIES, mainDutyEndedOn, 2026-12-01, mainDutyEndReason",
            "TEMPORARY_ACCOMMODATION, startedOn, 2026-05-01, PLACEMENT_BEFORE_APPLICATION",
            "REVIEWS, decidedOn, 2026-09-01, REVIEW_BEFORE_REQUEST"})
    void whatDoesNotFitTogetherIsSaid(ReturnSection section, String key, String value, String rule) {
        rows.get(section).get(0).put(key, key.equals("income") ? List.of(value.split("\\|"))
                : value.matches("\\d{4}-.*") ? LocalDate.parse(value) : value);
        assertThat(gaps()).extracting(Gap::rule).containsExactly(rule);
    }

    /** Whatever ends a duty in law is counted under a code of the mapping. */
    @ParameterizedTest
    @EnumSource(EndReason.class)
    void everyEndOfADutyHasItsCode(EndReason reason) {
        Map<DutyKind, ReturnField> fields = Map.of(DutyKind.PREVENTION,
                MAPPING.field(ReturnSection.PREVENTION, "endReason"), DutyKind.RELIEF,
                MAPPING.field(ReturnSection.RELIEF, "endReason"), DutyKind.MAIN,
                MAPPING.field(ReturnSection.FINAL_DUTIES, "mainDutyEndReason"));
        fields.forEach((kind, field) -> {
            if (reason.ends(kind) && reason.reportedAs(kind) != null) {
                assertThat(field.code(reason.reportedAs(kind))).as(kind + " " + reason).isPresent();
            }
        });
    }

    @Test
    void aPartnerMayHaveAnIncome() {
        rows.get(ReturnSection.MAIN).get(0).put("income", List.of("PARTNER_WORK"));
        rows.get(ReturnSection.PEOPLE).get(0).put("relationship", "PARTNER");
        assertThat(gaps()).isEmpty();
    }

    @Test
    void nothingIsAskedOfSomeoneWhoIsNotEligibleButThatFinding() {
        Map<String, Object> main = rows.get(ReturnSection.MAIN).get(0);
        main.keySet().retainAll(List.of("applicationDate", "assessmentDate", "eligible", "owed", "closed"));
        main.put("assessmentDecision", "NOT_ELIGIBLE");
        rows.keySet().removeIf(section -> section != ReturnSection.MAIN);
        assertThat(gaps()).isEmpty();
    }

    /** Before a duty is owed the assessment has not asked yet. */
    @Test
    void nothingIsMissedBeforeADutyIsOwed() {
        Map<String, Object> main = rows.get(ReturnSection.MAIN).get(0);
        main.keySet().retainAll(List.of("applicationDate"));
        main.put("owed", "NO");
        rows.keySet().removeIf(section -> section != ReturnSection.MAIN);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void aPostcodeThatIsNotKnownIsAnAnswer() {
        rows.get(ReturnSection.MAIN).get(0).remove("lastPostcode");
        rows.get(ReturnSection.MAIN).get(0).put("postcodeNotKnown", "YES");
        assertThat(gaps()).isEmpty();
    }

    @Test
    void aQuestionIsAskedOnlyOfThoseWhoAppliedWhileItWasAsked() {
        ReturnField income = MAPPING.field(ReturnSection.MAIN, "income");
        assertThat(income.askedOn(LocalDate.of(2018, 4, 2))).isFalse();
        assertThat(income.askedOn(LocalDate.of(2018, 4, 3))).isTrue();
        assertThat(MAPPING.fields(ReturnSection.MAIN, LocalDate.of(2018, 4, 2))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, owed {1}, placed {2}, taken out {3}: {4}")
    @CsvSource({"RELIEF, true, false, , true", "TRIAGE, false, false, , false", "ADVICE_ONLY, false, false, , false",
            "ADVICE_ONLY, false, true, , true", "REFERRED, false, false, , false", "MERGED, true, true, , false",
            "CREATED_IN_ERROR, true, true, , false", "RELIEF, true, true, Test case, false",
            "WITHDRAWN, false, false, , false", "CLOSED, true, false, , true"})
    void whatIsInTheReturn(String status, boolean owed, boolean placed, String excluded, boolean in) {
        CaseReturn facts = facts(new Standing("A B", "north", null, status, owed, placed,
                List.of("CLOSED", "WITHDRAWN", "ADVICE_ONLY").contains(status), excluded));
        assertThat(facts.inReturn()).isEqualTo(in);
        assertThat(facts.leftOutBecause() == null).isEqualTo(in);
    }

    private List<Gap> gaps() {
        return completeness.of(facts(new Standing("A B", "north", null, "CLOSED", true, true, true, null)));
    }

    private CaseReturn facts(Standing standing) {
        Map<ReturnSection, List<Row>> sections = new EnumMap<>(ReturnSection.class);
        rows.forEach((section, all) -> sections.put(section, all.stream().map(Row::new).toList()));
        return new CaseReturn(new CaseReference("TH-100001-E"), standing, sections);
    }

    private static Map<ReturnSection, List<Map<String, Object>>> complete() {
        Map<ReturnSection, List<Map<String, Object>>> rows = new EnumMap<>(ReturnSection.class);
        add(rows, ReturnSection.MAIN, "applicationDate", APPLIED, "assessmentDate", APPLIED, "assessmentDecision",
                "THREATENED_PREVENTION", "eligible", "YES", "nationality", "UK", "dateOfBirth",
                LocalDate.of(1990, 1, 1), "sex", "FEMALE", "genderSame", "YES", "sexualOrientation", "NOT_SAID",
                "ethnicity", "NOT_SAID", "employment", "NK", "income", List.of("NOT_SAID"), "lastSettledHome", "FAMILY",
                "lastPostcode", "LU1 2BQ", "accommodationNow", "FAMILY", "reasonForLoss", "FAMILY_FRIENDS", "lostOn",
                APPLIED, "referral", "NONE", "noticeType", "NONE", "owed", "YES", "closed", "YES");
        add(rows, ReturnSection.PEOPLE, "relationship", "CHILD", "dateOfBirth", APPLIED, "sex", "NOT_SAID", "memberId",
                7L, "name", "C B");
        add(rows, ReturnSection.SUPPORT, "supportNeed", "BUDGETING");
        add(rows, ReturnSection.PREVENTION, "owedOn", APPLIED.plusDays(1), "endedOn", APPLIED.plusDays(40),
                "endReason", "SECURED_ALTERNATIVE_6M", "activities", List.of("MEDIATION_FAMILY"), "resolvedBy", "DHP",
                "accommodation", "PRS_HMO", "inDistrict", "YES");
        add(rows, ReturnSection.RELIEF, "owedOn", APPLIED.plusDays(40));
        add(rows, ReturnSection.FINAL_DUTIES, "decision", "UNINTENTIONAL_PN", "decidedOn", APPLIED.plusDays(97),
                "priorityNeedReason", "DEP_CHILDREN", "mainDutyOwedOn", APPLIED.plusDays(97));
        add(rows, ReturnSection.ASSISTANCE, "supportNeed", "BUDGETING", "needLabel", "Difficulties budgeting", "help",
                "PROVIDED");
        add(rows, ReturnSection.TEMPORARY_ACCOMMODATION, "startedOn", APPLIED, "type", "HOSTEL_REFUGE", "duty",
                "INTERIM", "inDistrict", "NO");
        add(rows, ReturnSection.REVIEWS, "matter", "DUTY_OWED", "requestedOn", APPLIED.plusDays(100), "outcome",
                "UPHELD", "decidedOn", APPLIED.plusDays(150));
        return rows;
    }

    private static void add(Map<ReturnSection, List<Map<String, Object>>> rows, ReturnSection section,
                            Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        rows.computeIfAbsent(section, key -> new ArrayList<>()).add(row);
    }
}
