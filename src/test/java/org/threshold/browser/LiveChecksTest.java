package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.clock.ServiceClock;
import org.threshold.process.TimerWalk;

/** What is wrong is said while the officer types, in the words of the server; and the plan's suggestions are worked. */
class LiveChecksTest extends BrowserTest {

    private static final String SENTENCE = "A partner’s income is ticked, but there is no partner in the household";

    @Autowired
    private TimerWalk timers;
    @Autowired
    private ServiceClock clock;

    private Desk atTheAssessment(Page page) {
        Desk desk = onSite(page, "officer");
        String reference = desk.takeApproach("Robin", "Typing" + Integer.toString(System.identityHashCode(page), 26)
                .replaceAll("[0-9]", "x"), "Asked to leave by family");
        desk.open(reference, "Triage the approach").complete(Answers.noInterim());
        desk.open(reference, "Check identity and eligibility").complete(Answers.identity());
        return desk.open(reference, "Record the assessment");
    }

    @Test
    void anAnswerThatDoesNotFitIsSaidAtOnceAndGoesAway() {
        Page page = desktop();
        atTheAssessment(page);
        Locator group = page.locator("[data-field='income']");
        Locator partner = page.locator("input[name=income][value=PARTNER_WORK]");

        partner.check(new Locator.CheckOptions().setForce(true));
        group.locator(".govuk-error-message").waitFor();

        assertThat(group.locator(".govuk-error-message").innerText()).contains(SENTENCE);
        assertThat(page.locator("[data-check-status]").innerText()).contains(SENTENCE);
        assertThat(page.locator("[data-check-status]").getAttribute("aria-live")).isEqualTo("polite");
        assertThat(page.evaluate("() => document.activeElement.value")).as("focus stays").isEqualTo("PARTNER_WORK");
        String described = group.locator("fieldset").first().getAttribute("aria-describedby");
        assertThat(described).contains(group.locator(".govuk-error-message").getAttribute("id"));
        look(page, "desktop-live-check");

        partner.uncheck(new Locator.UncheckOptions().setForce(true));
        group.locator(".govuk-error-message").waitFor(new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

        page.locator("#lastPostcode").fill("nowhere");
        page.locator("#lastUprn").focus();
        page.locator("[data-field='lastPostcode'] .govuk-error-message").waitFor();
        assertThat(page.locator("[data-field='lastPostcode']").innerText()).contains("Enter a full postcode");
        assertThat(page.locator(".govuk-error-message").count()).as("what is missing is not complained about").isOne();
        assertThat(page.url()).contains("/steps/");
        noConsoleErrors();
    }

    /** A question that came after the step was completed would be answered as that of a step that has gone. */
    @Test
    void whatIsBeingSentIsNotAskedAbout() {
        Page page = desktop();
        atTheAssessment(page);
        page.evaluate("""
                () => {
                  window.asked = [];
                  const real = window.fetch;
                  window.fetch = (url, options) => (window.asked.push(String(url)), real(url, options));
                  document.querySelector('form[data-check-url]').addEventListener('submit', (event) => event.preventDefault());
                }""");
        page.clock().install();
        page.locator("input[name=income][value=PARTNER_WORK]").check(new Locator.CheckOptions().setForce(true));
        page.evaluate("() => document.querySelector('form[data-check-url]').requestSubmit()");
        page.clock().runFor(60_000);

        assertThat(page.evaluate("() => window.asked.length")).as("neither checked nor saved as a draft").isEqualTo(0);
        page.locator("input[name=income][value=PARTNER_WORK]").uncheck(new Locator.UncheckOptions().setForce(true));
        page.clock().runFor(1_000);
        assertThat(page.evaluate("() => window.asked.join()").toString()).as("asked again after a change")
                .contains("/check");
        noConsoleErrors();
    }

    /** A date is looked at when it has been left, not between its parts. */
    @Test
    void aDateIsCheckedWhenItHasBeenLeft() {
        Page page = desktop();
        atTheAssessment(page);
        page.locator("[name='lostOn.day']").fill("31");
        page.locator("[name='lostOn.month']").fill("2");
        page.locator("[name='lostOn.year']").fill("2026");
        assertThat(page.locator(".govuk-error-message").count()).isZero();
        page.locator("#lastUprn").focus();
        page.locator("[data-field='lostOn'] .govuk-error-message").waitFor();
        assertThat(page.locator("[data-field='lostOn']").innerText()).contains("must be a real date");
    }

    @Test
    void withoutScriptsTheSameIsSaidAtTheEndAndNothingIsLost() {
        Page page = withoutScript();
        Desk desk = atTheAssessment(page);
        LocalDate today = LocalDate.now(clock);
        desk.answer(Answers.assessment("HOMELESS", today).with("income", "PARTNER_WORK"));

        assertThat(page.locator(".govuk-error-summary").innerText()).contains(SENTENCE);
        assertThat(page.locator("#circumstances").inputValue()).isEqualTo("Asked to leave by family");
    }

    /** The template of the assessed cause stands there; another one's steps go to the end; nothing is agreed yet. */
    @Test
    void thePlanBeginsWithTheStepsOfTheCause() {
        Page page = desktop();
        Desk desk = atTheAssessment(page);
        String reference = page.locator("a[href^='/cases/TH-']").first().innerText();
        desk.complete(Answers.assessment("HOMELESS", LocalDate.now(clock)));
        timers.runDue();
        for (String part : new String[] {"", "/answers", "/activities", "/help"}) {
            page.navigate(url("/cases/" + reference + "/h-clic" + part));
            look(page, "desktop-return-case" + part.replace('/', '-'));
        }
        page.navigate(url("/h-clic"));
        assertThat(page.locator("main").innerText()).contains("By officer", "in the return looked at");
        look(page, "desktop-return-list");
        desk.open(reference, "Agree the plan");
        Locator rows = page.locator("fieldset.threshold-row");
        int suggested = rows.count();
        assertThat(suggested).isGreaterThanOrEqualTo(5);
        assertThat(page.locator("textarea[name='planSteps[0].what']").inputValue()).contains("people you live with");
        assertThat(page.locator("input[name^='planSteps'][name$='.agreed']:checked").count()).isZero();
        look(page, "desktop-plan-suggested");

        page.locator("select[name=template]").selectOption("ROUGH_SLEEPING");
        page.locator("button:has-text('Add these steps')").click();
        page.waitForLoadState();

        assertThat(rows.count()).isEqualTo(suggested + 7);
        assertThat(page.locator("textarea[name='planSteps[" + suggested + "].what']").inputValue())
                .contains("Look for a bed");
        assertThat(page.locator("select[name=template]").inputValue()).isEmpty();
        page.locator("button[value='planSteps[0]']").click();
        page.waitForLoadState();
        assertThat(rows.count()).isEqualTo(suggested + 6);
        noConsoleErrors();
    }
}
