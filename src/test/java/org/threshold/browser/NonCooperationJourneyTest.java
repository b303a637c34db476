package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** From a refused step of the plan to the notice, signed by somebody who took no part, and to what is owed then. */
class NonCooperationJourneyTest extends JourneyTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String STEP = "Ring three landlords a week";

    @Test
    void fromAWarningToANoticeAndAccommodationAfterIt() {
        atTheDesk(desktop(), desktop());
        String reference = inRelief("Exampleq");
        LocalDate until = today().plusDays(14);
        warn(reference);
        assertCase(reference, "Reasonable period after a warning about co-operation", "last day " + DAY.format(until));
        assertLetters(reference, "A warning about your personalised housing plan");
        Page phone = signIn(phone(), "officer");
        phone.navigate(url("/cases/" + reference + "/step-taken"));
        look(phone, "phone-step-taken");

        moveOn(15);
        officer.open(reference, "Decide on co-operation");
        look(officer.page(), "desktop-decide-on-cooperation");
        officer.complete(Answers.of("cooperation", "STILL_REFUSES", "stillRefused", "STEP_1", "consideredSince",
                "Spoke with her again, no health need is known", "noticeReasons", "You did not ring any landlord.",
                "givenHow", "POST"));
        officer.open(reference, "Authorise the notice");
        assertThat(officer.page().locator("main").innerText()).doesNotContain("Complete this step");
        senior.open(reference, "Authorise the notice");
        look(senior.page(), "desktop-authorise-notice");
        senior.complete(Answers.of("authorised", "yes"));
        runJobs();

        assertLetters(reference, "Notice that you refused to co-operate");
        assertCase(reference, "Request for a review: Notice of refusal to co-operate", "Make inquiries",
                "last day " + DAY.format(today().plusDays(20)));
        assertThat(officer.isOpen(reference, "Relieve homelessness")).as("relief ended with the notice").isFalse();
        look(officer.page(), "desktop-case-after-notice");
        phone.navigate(url("/cases/" + reference));
        look(phone, "phone-case-after-notice");
        decideAccommodation(reference);
        assertCase(reference, "Accommodate and make a final offer");
        noConsoleErrors();
    }

    @Test
    void theStepTakenInTimeEndsTheWarning() {
        atTheDesk(desktop(), desktop());
        String reference = inRelief("Exampler");
        warn(reference);
        Page page = officer.page();
        page.navigate(url("/cases/" + reference));
        page.getByText("They have taken the step they were warned about").click();
        page.locator("#what").fill("Rang four landlords on Friday");
        page.locator("main form button.govuk-button").click();
        page.waitForURL(address -> address.matches(".*/cases/[^/]+$"));

        assertThat(page.locator("body").innerText()).contains("no notice is given",
                "They have taken the step. No notice is given");
        moveOn(15);
        assertThat(officer.isOpen(reference, "Decide on co-operation")).isFalse();
        assertThat(officer.isOpen(reference, "Relieve homelessness")).isTrue();
    }

    @Test
    void aWarningIsNotSentUntilAllIsConsidered() {
        atTheDesk(desktop(), desktop());
        String reference = inRelief("Examples");
        for (Page page : List.of(officer.page(), signIn(phone(), "officer"))) {
            page.navigate(url("/cases/" + reference + "/refusal"));
            page.locator("#respondBy-day").fill("1");
            page.locator("main form button.govuk-button").click();
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("Select the steps that were refused",
                    "Enter why the refusal is deliberate", "Select how they get the warning");
            look(page, (page == officer.page() ? "desktop" : "phone") + "-refusal-mistakes");
        }
        assertThat(officer.page().locator("#respondBy-day").inputValue()).isEqualTo("1");
    }

    private void warn(String reference) {
        Page page = officer.page();
        page.navigate(url("/cases/" + reference));
        page.getByText("A step of the plan was refused").first().click();
        look(page, "desktop-refusal");
        page.getByLabel(STEP).check();
        page.locator("#whyDeliberate").fill("She said twice that she would not ring anybody.");
        page.locator("#whyUnreasonable").fill("She has a telephone and speaks with us every week.");
        page.locator("input[name=considered]").all().forEach(Locator::check);
        page.locator("#circumstances").fill("No health need is known; no interpreter is needed");
        page.locator("input[name=givenHow][value=POST]").check();
        page.locator("main form button.govuk-button").click();
        page.waitForURL(address -> address.matches(".*/cases/[^/]+$"));
        assertThat(page.locator("body").innerText()).contains("The warning goes out now");
        runJobs();
    }

    private void decideAccommodation(String reference) {
        officer.open(reference, "Make inquiries").complete(Answers.findings("YES", "YES", "YES", "NO"));
        officer.open(reference, "Draft the decision").complete(Answers.of("outcome", "S193C", "inquiriesMade",
                "Spoke to the family", "decisionReasons", "For the reasons found"));
        senior.open(reference, "Sign the decision").complete(Answers.of("signed", "yes"));
        runJobs();
    }

    private String inRelief(String family) {
        String reference = officer.takeApproach("Jordan", family, "Sofa surfing since yesterday");
        officer.open(reference, "Triage the approach").complete(Answers.noInterim());
        officer.open(reference, "Check identity and eligibility").complete(Answers.identity());
        officer.open(reference, "Record the assessment").complete(Answers.assessment("HOMELESS", today()));
        runJobs();
        officer.open(reference, "Agree the plan").complete(Answers.plan(today().plusDays(30)).with(
                "planSteps[0].who", "APPLICANT", "planSteps[0].what", STEP));
        runJobs();
        return reference;
    }
}
