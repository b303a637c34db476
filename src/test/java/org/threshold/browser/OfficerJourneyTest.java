package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of an officer, from sign-in to the letter, for each end that an approach can come to. */
class OfficerJourneyTest extends JourneyTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mainDutyAcceptedWithAndWithoutScripts(boolean scripts) {
        atTheDesk(scripts);
        String reference = officer.takeApproach("Jordan", family(), "Asked to leave by family tonight, two children");
        officer.open(reference, "Triage the approach").complete(Answers.homelessTonight());
        assertThat(officer.isOpen(reference, "Find a unit")).isTrue();
        assertThat(officer.isOpen(reference, "Check identity and eligibility")).isTrue();
        officer.open(reference, "Find a unit").complete(Answers.noPlaceNeeded());
        assess(reference, "HOMELESS");
        runJobs();
        officer.open(reference, "Agree the plan").complete(Answers.plan(today().plusDays(7)));
        runJobs();
        moveOn(42);
        officer.open(reference, "Record inquiries so far").complete(Answers.findings("YES", "YES", "YES", "NO"));
        moveOn(14);
        assertThat(officer.isOpen(reference, "Relieve homelessness")).as("relief has ended by law").isFalse();
        decide(reference, Answers.findings("YES", "YES", "YES", "NO"), "MAIN_DUTY");
        assertThat(officer.isOpen(reference, "Discharge the main duty")).isTrue();
        assertLetters(reference, "Our duty to help relieve your homelessness has ended",
                "Our decision on your homelessness application", "Your personalised housing plan");
    }

    @Test
    void adviceOnly() {
        atTheDesk(true);
        String reference = officer.takeApproach("Alex", family(), "Wants to know about the housing register");
        officer.open(reference, "Triage the approach").complete(Answers.triage("homelessTonight", "no",
                "within56Days", "no", "riskLater", "no", "reasonToBelieve", "no",
                "whyNoReasonToBelieve", "Secure tenant with no arrears who would like a larger home"));
        officer.open(reference, "Give advice").complete(Answers.of("reasonToBelieve", "no", "adviceTopics",
                "FINDING_A_HOME", "adviceGiven", "How to join the housing register", "advicePrinted", "yes"));
        runJobs();
        assertCase(reference, "Advice only");
    }

    @Test
    void preventionSuccessful() {
        atTheDesk(true);
        String reference = officer.takeApproach("Sam", family(), "Notice from the landlord");
        officer.open(reference, "Triage the approach").complete(Answers.noInterim());
        assess(reference, "THREATENED");
        runJobs();
        officer.open(reference, "Agree the plan").complete(Answers.plan(today().plusDays(7)));
        runJobs();
        officer.open(reference, "Prevent homelessness").complete(Answers.of("preventionEnd", "SECURED_EXISTING_6M",
                "endedOn", today().toString(), "securedAccommodation", "PRS_SELF_CONTAINED",
                "activity", "MEDIATION_FAMILY", "securedInDistrict", "yes", "sixMonths", "yes"));
        runJobs();
        assertCase(reference, "Closed");
        assertLetters(reference, "We have a duty to help you keep or find a home",
                "Our duty to help prevent your homelessness has ended");
    }

    @Test
    void notInPriorityNeedDecidedWhileReliefRuns() {
        atTheDesk(true);
        String reference = inRelief("Robin");
        moveOn(56);
        assertThat(officer.isOpen(reference, "Relieve homelessness")).as("relief goes on").isTrue();
        decide(reference, Answers.findings("YES", "YES", "NO", "NO"), "NOT_PRIORITY_NEED");
        officer.open(reference, "Close the case").complete(Answers.of("adviceGiven", "Private renting scheme",
                "childrensServicesTold", "NO_CHILD"));
        runJobs();
        assertCase(reference, "Not in priority need");
        assertDecidedAndReliefEnded(reference);
    }

    @Test
    void intentionallyHomeless() {
        atTheDesk(true);
        String reference = inRelief("Charlie");
        moveOn(56);
        decide(reference, Answers.findings("YES", "YES", "YES", "YES"), "INTENTIONAL");
        assertThat(officer.isOpen(reference, "Close the case")).as("before the reasonable opportunity is over").isFalse();
        officer.open(reference, "Help them to find a home").complete(Answers.of("helpGiven", "Help with the deposit",
                "opportunityEnd", "FOUND_HOME", "endedOn", today().toString(), "homeAddress", "5 Testing Road"));
        runJobs();
        officer.open(reference, "Close the case").complete(Answers.of("adviceGiven", "Help to find a private home",
                "childrensServicesTold", "NO_CHILD"));
        runJobs();
        assertCase(reference, "Intentionally homeless");
        assertDecidedAndReliefEnded(reference);
    }

    @Test
    void withdrawn() {
        atTheDesk(true);
        String reference = inRelief("Morgan");
        Page page = officer.page();
        page.navigate(url("/cases/" + reference));
        page.getByText("Record withdrawal").first().click();
        page.locator("main textarea").first().fill("They have moved in with a friend and no longer want our help");
        page.locator("input[name=sure]").check();
        page.locator("main form button.govuk-button").last().click();
        page.waitForURL(address -> address.matches(".*/cases/[^/]+$"));
        runJobs();
        assertCase(reference, "Withdrawn");
        assertThat(officer.isOpen(reference, "Relieve homelessness")).isFalse();
        assertLetters(reference, "You have withdrawn your application");
    }

    private void atTheDesk(boolean scripts) {
        atTheDesk(scripts ? desktop() : withoutScript(), scripts ? desktop() : withoutScript());
    }

    private String inRelief(String name) {
        String reference = officer.takeApproach(name, family(), "Sofa surfing since yesterday");
        officer.open(reference, "Triage the approach").complete(Answers.noInterim());
        assess(reference, "HOMELESS");
        runJobs();
        officer.open(reference, "Agree the plan").complete(Answers.plan(today().plusDays(7)));
        runJobs();
        return reference;
    }

    private void assess(String reference, String outcome) {
        officer.open(reference, "Check identity and eligibility").complete(Answers.identity());
        officer.open(reference, "Record the assessment").complete(Answers.assessment(outcome, today()));
    }

    private void decide(String reference, Answers findings, String outcome) {
        officer.open(reference, "Make inquiries").complete(findings);
        officer.open(reference, "Draft the decision").complete(Answers.of("outcome", outcome,
                "inquiriesMade", "Spoke to the family and the landlord", "decisionReasons", "For the reasons found",
                "opportunityUntil", today().plusDays(28).toString()));
        senior.open(reference, "Sign the decision").complete(Answers.of("signed", "yes"));
        runJobs();
    }

    /** The letters, the clock that the decision starts, and both on the timeline. */
    private void assertDecidedAndReliefEnded(String reference) {
        assertLetters(reference, "We have a duty to help you find a home", "Your personalised housing plan",
                "Our decision on your homelessness application", "Our duty to help relieve your homelessness has ended");
        officer.page().navigate(url("/cases/" + reference));
        assertThat(officer.page().locator("main").innerText()).contains("Request for a review");
        officer.page().navigate(url("/cases/" + reference + "/timeline"));
        assertThat(officer.page().locator("main").innerText()).contains("Relief duty ended", "Letter issued");
    }

    private static String family() {
        return "Example" + (char) ('a' + NUMBER.get() / 26) + (char) ('a' + NUMBER.getAndIncrement() % 26);
    }
}
