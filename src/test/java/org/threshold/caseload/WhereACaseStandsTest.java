package org.threshold.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.caseload.CaseloadFiles.planned;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.letter.Letters;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepWork;
import org.threshold.worklist.Worklist;

/** Situations of households in the middle of their approach, and where each stands here on Monday morning. */
class WhereACaseStandsTest extends CaseloadTest {

    @Autowired
    private Worklist worklist;
    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private CaseFiles cases;
    @Autowired
    private Letters letters;
    @Autowired
    private StepWork work;

    interface Rows {
        void add(CaseloadFiles files, String reference);
    }

    /**
     * @param steps  elements of the open steps, each with its owner after a slash, - for the team
     * @param clocks running clocks, each with its last day counted from today after a slash
     * @param timers statutory timers that are still to come
     */
    record Situation(String name, Rows rows, String steps, String clocks, String timers, String status,
                     String letters) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Situation> situations() {
        java.time.LocalDate today = java.time.LocalDate.of(2027, 2, 1);
        return Stream.of(
            new Situation("not triaged yet", (f, r) -> f.household(r, 1, "application_taken", "no"),
                    "triageApproach/-", "INQUIRIES/none", "", "TRIAGE", ""),
            new Situation("application taken, not assessed", (f, r) -> f.household(r, 9),
                    "checkIdentityAndEligibility/-", "INQUIRIES/none", "", "ASSESSMENT", ""),
            new Situation("found not eligible, not yet told", (f, r) -> f.household(r, 9, "eligible", "NO",
                    "eligible_on", "2027-01-29"),
                    "makeInquiries/-", "INQUIRIES/none", "", "ASSESSMENT", ""),
            new Situation("prevention, plan still to be made", (f, r) -> f.household(r, 9)
                    .duty(r, "PREVENTION", 6, "started_on", "2027-01-27"),
                    "agreePlan/-", "INQUIRIES/none PERSONALISED_HOUSING_PLAN/none PREVENTION_DUTY/50", "",
                    "PREVENTION", ""),
            new Situation("prevention on day 30, with a plan", (f, r) -> f.household(r, 40, planned(today, 25))
                    .duty(r, "PREVENTION", 29).step(r),
                    "preventHomelessness/-", "INQUIRIES/none PLAN_REVIEW/none PREVENTION_DUTY/26",
                    "timer_preventionDay56", "PREVENTION", ""),
            new Situation("prevention past day 56 goes on", (f, r) -> f.household(r, 90, planned(today, 70))
                    .duty(r, "PREVENTION", 80).step(r),
                    "preventHomelessness/leader reviewPrevention/leader",
                    "INQUIRIES/none PLAN_REVIEW/none PREVENTION_DUTY/-25", "", "PREVENTION", ""),
            new Situation("relief on day 10, plan still to be made", (f, r) -> f.household(r, 12)
                    .duty(r, "RELIEF", 9),
                    "agreePlan/-", "INQUIRIES/none PERSONALISED_HOUSING_PLAN/none RELIEF_DUTY/46", "", "RELIEF", ""),
            new Situation("relief on day 30", (f, r) -> f.household(r, 40, planned(today, 25)).duty(r, "RELIEF", 29)
                    .step(r),
                    "relieveHomelessness/-", "INQUIRIES/none PLAN_REVIEW/none RELIEF_DUTY/26",
                    "timer_reliefDay42 timer_reliefDay56", "RELIEF", ""),
            new Situation("relief on day 30, with the case's officer", (f, r) -> f.household(r, 40,
                    planned(today, 25, "officer", OFFICER)).duty(r, "RELIEF", 29).step(r),
                    "relieveHomelessness/officer", "INQUIRIES/none PLAN_REVIEW/none RELIEF_DUTY/26",
                    "timer_reliefDay42 timer_reliefDay56", "RELIEF", ""),
            new Situation("relief on day 50", (f, r) -> f.household(r, 60, planned(today, 45)).duty(r, "RELIEF", 49)
                    .step(r),
                    "recordInquiries/- relieveHomelessness/-", "INQUIRIES/none PLAN_REVIEW/none RELIEF_DUTY/6",
                    "timer_reliefDay56", "RELIEF", ""),
            new Situation("relief past day 56, undecided: it goes on and the decision is late", (f, r) -> f
                    .household(r, 80, planned(today, 60)).duty(r, "RELIEF", 70).step(r),
                    "makeInquiries/leader recordInquiries/leader relieveHomelessness/leader",
                    "INQUIRIES/none MAIN_DUTY_DECISION/-14 MAIN_DUTY_DECISION_EXTENDED/4 PLAN_REVIEW/none"
                    + " RELIEF_DUTY/-15", "", "RELIEF", ""),
            new Situation("relief past day 56, priority need recorded before: it ended by law", (f, r) -> f
                    .household(r, 80, planned(today, 60, "priority_need", "YES", "priority_need_on", "2027-01-04",
                    "priority_need_category", "DEP_CHILDREN")).duty(r, "RELIEF", 70).step(r),
                    "makeInquiries/leader",
                    "INQUIRIES/none MAIN_DUTY_DECISION/-14 MAIN_DUTY_DECISION_EXTENDED/4 PLAN_REVIEW/none"
                    + " REVIEW_REQUEST/20", "", "MAIN_DUTY_PENDING", "relief-ended"),
            new Situation("relief past day 56, priority need recorded after: it goes on", (f, r) -> f
                    .household(r, 80, planned(today, 60, "priority_need", "YES", "priority_need_on", "2027-01-20",
                    "officer", OFFICER)).duty(r, "RELIEF", 70).step(r),
                    "makeInquiries/officer recordInquiries/officer relieveHomelessness/officer",
                    "INQUIRIES/none MAIN_DUTY_DECISION/-14 MAIN_DUTY_DECISION_EXTENDED/4 PLAN_REVIEW/none"
                    + " RELIEF_DUTY/-15", "", "RELIEF", ""),
            new Situation("relief past day 56 and intentional: it goes on", (f, r) -> f
                    .household(r, 80, planned(today, 60, "priority_need", "YES", "priority_need_on", "2027-01-04",
                    "intentional", "YES", "intentional_on", "2027-01-04")).duty(r, "RELIEF", 70).step(r),
                    "makeInquiries/leader recordInquiries/leader relieveHomelessness/leader",
                    "INQUIRIES/none MAIN_DUTY_DECISION/-14 MAIN_DUTY_DECISION_EXTENDED/4 PLAN_REVIEW/none"
                    + " RELIEF_DUTY/-15", "", "RELIEF", ""),
            new Situation("relief ended on day 56, decision still to be made", (f, r) -> f.household(r, 70)
                    .ended(r, "RELIEF", 58, 3, "ELAPSED_56"),
                    "makeInquiries/leader",
                    "INQUIRIES/none MAIN_DUTY_DECISION/-2 MAIN_DUTY_DECISION_EXTENDED/18", "", "MAIN_DUTY_PENDING",
                    ""),
            new Situation("main duty since a week, the right to a review still runs", (f, r) -> f.household(r, 90)
                    .ended(r, "RELIEF", 80, 7, "ELAPSED_56").duty(r, "MAIN", 7).decision(r, "MAIN_DUTY", 7),
                    "dischargeMainDuty/-", "REVIEW_REQUEST/13", "", "MAIN_DUTY", ""),
            new Situation("main duty for years", (f, r) -> f.household(r, 900, "officer", OFFICER)
                    .ended(r, "RELIEF", 880, 820, "ELAPSED_56").duty(r, "MAIN", 800).decision(r, "MAIN_DUTY", 800),
                    "dischargeMainDuty/officer", "", "", "MAIN_DUTY", ""),
            new Situation("not in priority need, to be closed", (f, r) -> f.household(r, 90)
                    .ended(r, "RELIEF", 80, 20, "ELAPSED_56").decision(r, "NOT_PRIORITY_NEED", 20),
                    "closeCase/-", "REVIEW_REQUEST/0", "", "NOT_PRIORITY_NEED", ""),
            new Situation("told before day 56 that there is no priority need, relief ended after it", (f, r) -> f
                    .household(r, 90).ended(r, "RELIEF", 80, 24, "ELAPSED_56").decision(r, "NOT_PRIORITY_NEED", 30),
                    "closeCase/-", "", "", "NOT_PRIORITY_NEED", ""),
            new Situation("intentional, with accommodation for ten more days", (f, r) -> f.household(r, 90)
                    .ended(r, "RELIEF", 80, 24, "ELAPSED_56").duty(r, "S190", 23)
                    .decision(r, "INTENTIONAL", 23, "opportunity_until", "2027-02-11"),
                    "decideMoreTime/- helpFindHome/-", "REASONABLE_OPPORTUNITY/10", "", "INTENTIONAL_S190", ""),
            new Situation("accommodated after a refusal to co-operate", (f, r) -> f.household(r, 90)
                    .ended(r, "RELIEF", 80, 24, "ELAPSED_56").duty(r, "S193C", 23),
                    "accommodateAfterNotice/-", "", "", "S193C", ""),
            new Situation("main duty with a running review of suitability", (f, r) -> f.household(r, 300)
                    .ended(r, "RELIEF", 290, 230, "ELAPSED_56").duty(r, "MAIN", 225).decision(r, "MAIN_DUTY", 225)
                    .review(r, "SUITABILITY", 40, 30),
                    "chooseReviewer/- considerAccommodation/- dischargeMainDuty/-", "REVIEW_8_WEEKS/25", "", "MAIN_DUTY", ""),
            new Situation("nothing left but a review, extended in writing", (f, r) -> f.household(r, 300)
                    .ended(r, "RELIEF", 290, 100, "SECURED_6M")
                    .review(r, "RELIEF_ENDED", 100, 85, "extended_to", "2027-02-20", "extension_agreed_on",
                    "2027-01-02"),
                    "chooseReviewer/- considerAccommodation/-", "REVIEW_8_WEEKS/19", "", "CLOSED", ""),
            new Situation("a review that is late", (f, r) -> f.household(r, 300)
                    .ended(r, "RELIEF", 290, 100, "CONTACT_LOST").review(r, "RELIEF_ENDED", 100, 85),
                    "chooseReviewer/leader considerAccommodation/leader", "REVIEW_8_WEEKS/-30", "", "CLOSED", ""));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void opensTheRightStepsWithTheRightClocks(Situation situation) {
        String reference = unused();
        CaseloadFiles files = files();
        situation.rows().add(files, reference);

        long id = broughtOver(files);

        assertThat(caseloads.allRemarks(id)).isEmpty();
        CaseReference brought = caseOf(reference);
        signIn(LEADER);
        assertThat(cases.summary(brought).status().name()).isEqualTo(situation.status());
        assertThat(steps(brought)).isEqualTo(situation.steps());
        assertThat(clocks(brought)).isEqualTo(situation.clocks());
        assertThat(timers(brought)).isEqualTo(situation.timers());
        assertThat(letters.of(brought).stream().map(Letters.Letter::template).collect(Collectors.joining(" ")))
                .as("letters").isEqualTo(situation.letters());
        assertThat(worklist.openStepsOf(brought)).allSatisfy(step -> assertThat(work.open(step.stepId()).form())
                .as("the page of " + step.elementId()).isNotNull());
        assertThat(worklist.openStepsOf(brought)).as("nothing is overdue on the first day")
                .noneMatch(step -> step.overdue(clock.instant()));
    }

    private String steps(CaseReference reference) {
        return worklist.openStepsOf(reference).stream().map(this::step).sorted().collect(Collectors.joining(" "));
    }

    private String step(OpenStep step) {
        String owner = step.owner() == null ? "-" : step.owner().equals(LEADER) ? "leader"
                : step.owner().equals(OFFICER) ? "officer" : step.owner();
        return step.elementId().replace("task_", "") + "/" + owner;
    }

    private String clocks(CaseReference reference) {
        return clocks.of(reference).stream().filter(StatutoryClock::running).map(one -> one.kind() + "/"
                + (one.period().lastDay() == null ? "none"
                        : java.time.temporal.ChronoUnit.DAYS.between(today(), one.period().lastDay())))
                .sorted().collect(Collectors.joining(" "));
    }

    private String timers(CaseReference reference) {
        return Stream.of("timer_preventionDay56", "timer_reliefDay42", "timer_reliefDay56")
                .filter(element -> !timers(reference, element).isEmpty()).collect(Collectors.joining(" "));
    }
}
