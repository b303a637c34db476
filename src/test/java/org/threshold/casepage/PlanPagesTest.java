package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casepage.Desk.Answer;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.HousingPlan;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.PlanStep;
import org.threshold.letter.Letters;

/** The personalised housing plan, read and changed over HTTP. */
class PlanPagesTest extends CasePageTest {

    @Autowired
    private Duties duties;
    @Autowired
    private HousingPlans plans;
    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private Letters letters;

    private LocalDate today;
    private String page;
    private String change;

    @BeforeEach
    void plan() {
        today = LocalDate.now(clock);
        page = "/cases/" + reference + "/plan";
        change = page + "/change";
    }

    private void made() {
        duties.accept(reference, DutyKind.RELIEF, today);
        plans.record(reference, "A quiet flat", "PRINTED", today.plusDays(14), List.of(new PlanStep(PlanStep.Who.COUNCIL,
                PlanStep.Kind.MANDATORY, "Ring the landlord", today.plusDays(2), true, null)));
        plans.issue(reference);
    }

    @Test
    void aNewVersionIsMadeAndIssuedAndTheEarlierOneStays() {
        made();
        assertThat(desk.get(change).body()).contains("Ring the landlord", "A quiet flat");

        Answer saved = desk.post(change, fields());

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        assertThat(desk.follow(saved).text()).contains("Version 2 of the plan was made", "Look at two homes",
                "No: Has no bus fare", "The landlord has agreed", "Version 1", "Ring the landlord");
        HousingPlan now = plans.current(reference).orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.reviewOn()).isEqualTo(today.plusDays(30));
        assertThat(letters.of(reference).stream().filter(letter -> letter.template().equals("personalised-housing-plan")))
                .as("one copy of each version").hasSize(2);
        assertThat(clocks.of(reference).stream().filter(one -> one.kind() == ClockKind.PLAN_REVIEW
                && one.running())).hasSize(1);
        assertThat(clocks.of(reference).stream().filter(one -> one.kind() == ClockKind.PLAN_REVIEW
                && !one.running())).as("the review that was due is done").hasSize(1);
        assertThat(desk.get("/cases/" + reference + "/duties").text()).contains("Change the plan", "Version 2 of 2");
        assertThat(desk.get("/cases/" + reference).text()).contains("Record findings", "Change the plan");
    }

    @Test
    void stepsComeAndGoAndWhatWasTypedStays() {
        made();
        Answer added = desk.post(change, fields("do", "add-step"));
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body()).contains("Look at two homes", "Has no bus fare", "name=\"step1-what\"");
        Answer removed = desk.post(change, fields("do", "remove-step-0", "rows", "2", "step1-what", "Ring the school",
                "step1-who", "COUNCIL", "step1-by-day", "7"));
        assertThat(removed.body()).contains("Ring the school", "value=\"7\"")
                .doesNotContain("Look at two homes", "name=\"step1-what\"");
        assertThat(plans.current(reference).orElseThrow().version()).isOne();
    }

    @Test
    void mistakesAreSaidAndNoVersionIsMade() {
        made();
        assertThat(desk.post(change, fields("why", "", "step0-whyNotAgreed", "", "step0-what", "", "givenHow", "PIGEON",
                "step0-who", "", "step0-kind", "X", "step0-agreed", "")).text()).contains("Enter what has changed",
                "Enter what they will do", "Select who takes the step", "Select mandatory or recommended",
                "Select whether the applicant agrees to the step", "Select how the applicant gets their copy");
        assertThat(desk.post(change, fields("step0-whyNotAgreed", " ")).text())
                .contains("Enter why the applicant does not agree to the step");
        assertThat(desk.post(change, fields("rows", "0")).text()).contains("Add at least one step");
        assertThat(desk.post(change, fields("reviewOn-year", "2020")).text()).contains("must be in the future");
        assertThat(desk.post(change, fields("step0-by-day", "32")).text()).contains("must be a real date");
        assertThat(desk.post(change, fields("step0-owner", "x")).status()).isEqualTo(400);
        assertThat(plans.versions(reference)).hasSize(1);
    }

    @Test
    void twoOfficersDoNotOverwriteEachOther() {
        made();
        assertThat(desk.post(change, fields()).status()).isEqualTo(302);
        assertThat(desk.post(change, fields("why", "Another thought")).text())
                .contains("Someone else changed the plan while you were typing", "Another thought");
        assertThat(desk.post(change, fields("seen", "2")).text()).contains("You have not changed anything yet");
        assertThat(plans.versions(reference)).hasSize(2);
    }

    @Test
    void withoutAPlanOrADutyThereIsNothingToChange() {
        assertThat(desk.get(page).text()).contains("No plan has been made").doesNotContain("Change the plan");
        assertThat(desk.get(change).location()).endsWith(page);
        assertThat(desk.post(change, fields()).text()).contains("There is no personalised housing plan");
        made();
        approaches.withdraw(reference, "Went home");
        assertThat(desk.get(change).location()).endsWith(page);
        assertThat(desk.post(change, fields()).text()).contains("No duty is owed on this case any more");
    }

    @Test
    void onlyWhoWorksCasesChangesThePlan() {
        made();
        Desk analyst = Desk.signedIn(port, "analyst");
        analyst.get("/processes");
        assertThat(analyst.get(page).status()).isEqualTo(403);
        assertThat(analyst.get(change).status()).isEqualTo(403);
        assertThat(analyst.post(change, fields()).status()).isEqualTo(403);
        assertThat(plans.versions(reference)).hasSize(1);
    }

    /** A change with one step that is not agreed, but for what is given. */
    private String[] fields(String... given) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "do", "save", "seen", "1", "rows", "1", "why", "The landlord has agreed", "wishes", "A quiet flat",
                "step0-who", "APPLICANT", "step0-what", "Look at two homes", "step0-kind", "RECOMMENDED",
                "step0-agreed", "no", "step0-whyNotAgreed", "Has no bus fare", "givenHow", "PRINTED");
        day(all, "step0-by", today.plusDays(5));
        day(all, "reviewOn", today.plusDays(30));
        put(all, given);
        List<String> pairs = new ArrayList<>();
        all.forEach((key, value) -> {
            pairs.add(key);
            pairs.add(value);
        });
        return pairs.toArray(String[]::new);
    }

    private static void put(Map<String, String> all, String... given) {
        for (int i = 0; i < given.length; i += 2) {
            all.put(given[i], given[i + 1]);
        }
    }

    private static void day(Map<String, String> all, String key, LocalDate day) {
        put(all, key + "-day", day.getDayOfMonth() + "", key + "-month", day.getMonthValue() + "", key + "-year",
                day.getYear() + "");
    }
}
