package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A referral to another council from its proposal to its outcome, accepted and disputed; and a change on the way. */
class LocalConnectionJourneyTest extends JourneyTest {

    private String size;
    private String reference;

    @Test
    void acceptedTheOtherCouncilHasTheCase() {
        inRelief(desktop(), desktop());
        propose();
        check();
        sign();
        assertThat(on("/letters")).contains("We have asked another council to help you",
                "Referral of a homelessness case to your council (PDF) to Northborough Council");
        assertThat(on("")).contains("Accommodation until the referral is decided",
                "Other council’s answer to the referral", "day 1 of");
        look(officer.page(), size + "case-referred");
        officer.open(reference, "Keep accommodation").complete(Answers.of("accommodationKept",
                "PROVIDED", "accommodationAddress", "1 Testing Road, Exampleton"));

        answered("ACCEPTED");

        assertThat(on("/letters")).contains("How the referral of your case was decided");
        assertThat(officer.isOpen(reference, "Relieve homelessness")).isFalse();
        assertThat(on("/duties")).contains("Another council has accepted the referral of their case");
        assertThat(on("/local-connection")).contains("Accepted: the other council has the case");
        look(officer.page(), size + "referral-accepted");
        noConsoleErrors();
    }

    @Test
    void disputedTheRefereeDecidesAndReliefBeginsAnew() {
        inRelief(phone(), phone());
        propose();
        check();
        sign();
        answered("DISPUTED");
        assertThat(on("")).contains("Referee for a disputed referral", "of 21");
        officer.open(reference, "Arrange the referee").complete(Answers.of("refereeHow", "AGREED", "refereeName",
                "A Referee", "refereeOn", today().toString()));
        officer.open(reference, "Record the referee’s decision");
        look(officer.page(), size + "referee-decision");
        officer.complete(Answers.of("refereeDecision", "NOT_MET", "refereeDecidedOn", today().toString(),
                "refereeReasons", "The mother had moved away"));
        runJobs();

        assertThat(on("")).contains("Relief duty", "day 1 of 56");
        assertThat(officer.isOpen(reference, "Relieve homelessness")).isTrue();
        assertThat(on("/local-connection")).contains("Not accepted: the duty goes on here",
                "Referee: the conditions are not met", "The mother had moved away");
        look(officer.page(), size + "referral-disputed");
        noConsoleErrors();
    }

    @Test
    void riskInTheOtherDistrictStopsItAndAChangeIsConsidered() {
        inRelief(desktop(), desktop());
        propose();
        officer.open(reference, "Check the conditions").answer(conditions().with("members[0].risk", "DOMESTIC_ABUSE"));
        assertThat(officer.page().locator(".govuk-error-summary").innerText())
                .contains("Never refer a household when one of them would run a risk of violence there");
        look(officer.page(), size + "referral-at-risk");
        change(officer.page());
        officer.open(reference, "Consider the change");
        look(officer.page(), size + "consider-change");
        officer.complete(Answers.of("reopened", "HOMELESS", "changeReasons", "They are back with their mother for now",
                "interimNowDue", "no", "nowAtRisk", "yes", "assessmentChanges", "no", "planNeedsReview", "yes"));

        assertThat(on("/findings")).contains("Open again after a change of circumstances");
        assertThat(on("")).contains("At risk from others");
        officer.open(reference, "Review the plan");
        look(officer.page(), size + "review-plan");
        Answers reviewed = Answers.of("reviewNotes", "The landlord was rung", "planChanges", "no");
        int steps = officer.page().locator("select[name$='.taken']").count();
        for (int i = 0; i < steps; i++) {
            reviewed = reviewed.with("stepsTaken[" + i + "].done", "DONE", "stepsTaken[" + i + "].doneBy", "COUNCIL");
        }
        officer.complete(reviewed);
        assertThat(on("/duties")).contains("The landlord was rung");
    }

    private void inRelief(Page officers, Page seniors) {
        size = officers.viewportSize().width < 500 ? "phone-" : "desktop-";
        atTheDesk(officers, seniors);
        reference = officer.takeApproach("Jordan", "Example" + UUID.randomUUID().toString().replaceAll("[^a-f]", ""),
                "Sofa surfing since yesterday");
        officer.open(reference, "Triage the approach").complete(Answers.noInterim());
        officer.open(reference, "Check identity and eligibility").complete(Answers.identity());
        officer.open(reference, "Record the assessment").complete(Answers.assessment("HOMELESS", today()));
        runJobs();
        officer.open(reference, "Agree the plan").complete(Answers.plan(today().plusDays(7)));
        runJobs();
    }

    private void propose() {
        Page page = officer.page();
        page.navigate(url("/cases/" + reference));
        page.locator("main a:has-text('Propose a referral to another council')").click();
        page.locator("main form button.govuk-button").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter why another council should help");
        look(page, size + "propose-referral");
        page.locator("#why").fill("Their mother lives in Northborough");
        page.locator("main form button.govuk-button").click();
        page.waitForURL(address -> address.endsWith(reference));
    }

    private void check() {
        officer.open(reference, "Check the conditions");
        look(officer.page(), size + "check-conditions");
        officer.complete(conditions());
    }

    private Answers conditions() {
        return Answers.of("conditionsMet", "yes", "council", "NEW", "councilName", "Northborough Council",
                "councilEmail", "homeless@northborough.example", "members[0].here", "NONE", "members[0].there",
                "FAMILY", "members[0].thereWhy", "Their mother has lived there for ten years", "members[0].risk",
                "NONE", "members[0].riskAsked", "Asked alone; they feel safe there", "inquiriesMade",
                "Spoke to the mother", "referralReasons", "Your mother lives in Northborough");
    }

    private void sign() {
        senior.open(reference, "Sign the referral");
        look(senior.page(), size + "sign-referral");
        senior.complete(Answers.of("signed", "yes"));
        runJobs();
    }

    private void answered(String answer) {
        officer.open(reference, "Record the other council");
        look(officer.page(), size + "referral-answer");
        officer.complete(Answers.of("referralAnswer", answer, "answeredOn", today().toString(), "answeredBy",
                "Their homelessness team", "answerReasons", "As their letter says"));
        runJobs();
    }

    private void change(Page page) {
        page.navigate(url("/cases/" + reference + "/circumstances"));
        page.locator("main form button.govuk-button").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Select what has changed",
                "Enter who told us");
        look(page, size + "report-change");
        page.locator("#kinds-ACCOMMODATION").check();
        page.locator("#what").fill("They sleep at their mother's");
        page.locator("#on-day").fill(String.valueOf(today().getDayOfMonth()));
        page.locator("#on-month").fill(String.valueOf(today().getMonthValue()));
        page.locator("#on-year").fill(String.valueOf(today().getYear()));
        page.locator("#toldBy").fill("The applicant by telephone");
        page.locator("main form button.govuk-button").click();
        page.waitForURL(address -> address.endsWith(reference));
    }

    private String on(String path) {
        officer.page().navigate(url("/cases/" + reference + path));
        return officer.page().locator("main").innerText();
    }
}
