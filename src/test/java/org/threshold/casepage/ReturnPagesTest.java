package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casepage.Desk.Answer;
import org.threshold.clock.Finding;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.IdentityCheck;
import org.threshold.homelessness.PlanStep;
import org.threshold.letter.Letters;

/** The H-CLIC part of a case, the lists and the quarter, read and answered over HTTP. */
class ReturnPagesTest extends CasePageTest {

    @Autowired
    private Assessments assessments;
    @Autowired
    private HousingPlans plans;
    @Autowired
    private CaseDetails details;
    @Autowired
    private Letters letters;

    private String page;

    @BeforeEach
    void assessed() {
        LocalDate today = LocalDate.now(clock);
        assessments.checkIdentity(reference, new IdentityCheck("yes", List.of("PASSPORT"), null, "UK", "yes"),
                Finding.YES, "British");
        assessments.record(reference, new Assessment("Asked to leave", "FAMILY_FRIENDS", null, today, "FAMILY", null,
                "FAMILY", null, "PART_TIME", "NOT_SAID", "NONE", null, "Two bedrooms", List.of("BUDGETING"), "A deposit",
                Assessment.Outcome.HOMELESS, today, null, null, null,
                new Assessment.Background(List.of(), "FEMALE", "YES", "NOT_SAID")));
        page = "/cases/" + reference + "/h-clic";
    }

    @Override
    NewCase household() {
        return super.household().withOthers(List.of(Person.member(Relationship.CHILD, "Kim", "Example",
                LocalDate.now(clock).minusYears(4))));
    }

    @Test
    void whatIsMissingIsSaidWithAWayToAnswerIt() {
        Answer shown = desk.get(page);
        assertThat(shown.text()).contains("2 errors and 1 warning", "Postcode of the last settled home is missing",
                "Income and benefits of the household is missing", "Sex is missing for Kim Example");
        assertThat(shown.body()).contains(page + "/answers#lastPostcode", "/cases/" + reference + "/people/");
        assertThat(desk.get("/cases/" + reference).body()).contains(">H-CLIC</a>");
    }

    @Test
    void answersArePutRightOnOnePage() {
        assertThat(desk.get(page + "/answers").text()).contains("Nobody has to say anything about their sex",
                "Reference in the previous system");
        String version = version(page + "/answers");
        Answer wrong = desk.post(page + "/answers", "version", version, "lastPostcode", "nonsense", "income", "WORK");
        assertThat(wrong.text()).contains("Enter a full postcode, like LU1 2BQ");

        Answer saved = desk.post(page + "/answers", "version", version, "lastPostcode", "LU1 2BQ", "income", "WORK",
                "income", "CHILD_BENEFIT", "previousReference", "OLD/77", "sex", "NOT_SAID", "ethnicity", "",
                "nationality", "SETTLED", "employment", "NK");
        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        assertThat(desk.follow(saved).text()).contains("The answers were saved", "0 errors");
        Assessment now = assessments.latest(reference).orElseThrow();
        assertThat(now.background().income()).containsExactly("WORK", "CHILD_BENEFIT");
        assertThat(now.ethnicity()).isNull();
        assertThat(now.reasonForLoss()).as("what must be known stays").isEqualTo("FAMILY_FRIENDS");
        assertThat(details.of(reference).previousReference()).isEqualTo("OLD/77");
        assertThat(desk.post(page + "/answers", "version", "1", "circumstances", "Other").status()).isEqualTo(400);
        assertThat(desk.post(page + "/answers", "version", "1", "income", "GOLD").text())
                .contains("Select answers from the list");
    }

    private String version(String path) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(desk.get(path).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whatWasDoneAndHelpWithNeedsAreRecorded() {
        String body = desk.get(page + "/activities").body();
        java.util.regex.Matcher duty = java.util.regex.Pattern.compile("value=\"(duty\\d+)\"").matcher(body);
        assertThat(duty.find()).isTrue();
        String key = duty.group(1);
        assertThat(desk.post(page + "/activities", "duty", key).text()).contains("Select what was done");
        assertThat(desk.post(page + "/activities", "duty", "duty1", key + "-activities", "DHP").text())
                .contains("This case has no such duty");
        assertThat(desk.post(page + "/activities", "duty", key, key + "-activities", "MAGIC").text())
                .contains("Select an answer from the list");
        assertThat(desk.post(page + "/activities", "duty", key, key + "-activities", "DHP").status()).isEqualTo(302);
        assertThat(desk.get(page + "/activities").body()).contains("value=\"DHP\" checked");

        assertThat(desk.post(page + "/help", "help-BUDGETING", "SOMEHOW").text())
                .contains("Select an answer from the list");
        assertThat(desk.post(page + "/help", "help-BUDGETING", "PROVIDED").status()).isEqualTo(302);
        assertThat(desk.get(page + "/help").body()).contains("value=\"PROVIDED\" selected");
    }

    @Test
    void aLeaderTakesTheCaseOutAndAnOfficerCannot() {
        assertThat(desk.get(page).text()).doesNotContain("Take the case out");
        assertThat(desk.post(page + "/choice", "included", "no", "reason", "Mine").status()).isEqualTo(403);
        Desk leader = Desk.signedIn(port, "leader");
        leader.get(page);
        assertThat(leader.post(page + "/choice", "included", "no", "reason", " ").text()).contains("Enter why");
        Answer out = leader.post(page + "/choice", "included", "no", "reason", "Reported elsewhere");
        assertThat(leader.follow(out).text()).contains("Not in the return. Taken out: Reported elsewhere",
                "Taken out by Lena Demo");
        Answer back = leader.post(page + "/choice", "included", "yes", "reason", "It is not");
        assertThat(leader.follow(back).text()).contains("2 errors");
    }

    @Test
    void listsCountByOfficerAndTeam() {
        String list = desk.get("/h-clic").text();
        assertThat(list).contains("By officer", "Nobody", "North");
        assertThat(desk.get("/h-clic?officer=nobody").text()).contains("Show all");
        assertThat(java.util.stream.IntStream.rangeClosed(1, 30)
                .mapToObj(page -> desk.get("/h-clic?officer=nobody&page=" + page).text()))
                .as("on one of the pages").anyMatch(text -> text.contains(reference.value()));
        assertThat(desk.get("/h-clic?officer=officer&page=9999").status()).isEqualTo(200);
        assertThat(desk.get("/h-clic?team=south").status()).isEqualTo(403);
        assertThat(Desk.signedIn(port, "analyst").get("/h-clic").status()).isEqualTo(403);
    }

    @Test
    void theQuarterIsShownToLeadersAndTakenByManagers() {
        assertThat(desk.get("/h-clic/quarters").status()).isEqualTo(403);
        Desk manager = Desk.signedIn(port, "manager");
        Answer shown = manager.get("/h-clic/quarters");
        assertThat(shown.text()).contains("Quarterly return", "First duty owed", "Last day to hand it over",
                "Take it as CSV files");
        String quarter = shown.body().replaceAll("(?s).*action=\"/h-clic/quarters/(\\d{4}-Q\\d)/csv\".*", "$1");
        Answer taken = manager.post("/h-clic/quarters/" + quarter + "/json");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body()).contains(reference.value()).doesNotContain("Jordan");
        assertThat(manager.get("/h-clic/quarters/" + quarter).text()).contains("Taken so far", "Maya Demo");
        assertThat(manager.get("/h-clic/quarters/2026-Q9").status()).isEqualTo(404);
        Desk leader = Desk.signedIn(port, "leader");
        assertThat(leader.get("/h-clic/quarters/" + quarter).text()).doesNotContain("Take it as CSV");
        assertThat(leader.post("/h-clic/quarters/" + quarter + "/csv").status()).isEqualTo(403);
    }

    @Test
    void thePlanComesInLargePrintWhenNeededAndOnRequest() {
        LocalDate today = LocalDate.now(clock);
        assertThat(desk.get("/cases/" + reference + "/letters").text()).doesNotContain("in large print");
        plans.record(reference, "A quiet flat", "PRINTED", today.plusDays(14), List.of(new PlanStep(
                PlanStep.Who.COUNCIL, PlanStep.Kind.MANDATORY, "Ring the landlord", today.plusDays(2), true, null)));
        plans.issue(reference);
        assertThat(large()).isZero();
        String ask = "/cases/" + reference + "/letters/plan-in-large-print";
        assertThat(desk.get("/cases/" + reference + "/letters").body()).contains(ask);
        assertThat(desk.follow(desk.post(ask)).text()).contains("Your personalised housing plan, in large print");
        desk.post(ask);
        assertThat(large()).as("once for each version").isOne();

        details.changeFlags(reference, details.of(reference).version(), java.util.Set.of(CaseFlag.SIGHT), null);
        plans.record(reference, "A quiet flat", "PRINTED", today.plusDays(14), List.of(new PlanStep(
                PlanStep.Who.COUNCIL, PlanStep.Kind.MANDATORY, "Ring the bank", today.plusDays(2), true, null)));
        plans.issue(reference);
        assertThat(large()).as("without asking").isEqualTo(2);
    }

    private long large() {
        return letters.of(reference).stream()
                .filter(letter -> letter.template().equals("personalised-housing-plan-large-print")).count();
    }
}
