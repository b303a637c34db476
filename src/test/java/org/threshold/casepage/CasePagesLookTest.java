package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threshold.browser.BrowserTest;

/** The pages of a case in a real browser: on a desk, on a phone, without script; axe finds nothing to mend. */
class CasePagesLookTest extends BrowserTest {

    private final String name = freshName();

    @Test
    void anApproachIsTakenWithTheKeyboardAlone() {
        Page page = signIn(desktop(), "officer");
        page.navigate(url("/approaches/new"));
        look(page, "new-approach");
        page.getByLabel("First names").focus();
        for (String typed : new String[] {"Jordan", name, "12", "3", "1990"}) {
            page.keyboard().type(typed);
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Tab");
        page.keyboard().type("Asked to leave by family tonight");
        page.getByLabel("Last name").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/cases/TH-*");
        page.waitForSelector("[data-drawn=true]");
        assertThat(page.locator("h1").innerText()).isEqualTo("Jordan " + name);
        assertThat(page.locator(".diagram .is-current").count()).isPositive();
        look(page, "case");
        noConsoleErrors();
    }

    @Test
    void aWholeHouseholdOnAPhoneWithMistakesAndADuplicate() {
        Page page = signIn(phone(), "officer");
        take(page);
        page.navigate(url("/approaches/new"));
        page.getByLabel("Last name").fill(name);
        page.getByText("Add a person").click();
        page.locator("#person0-relationship").selectOption("CHILD");
        page.locator("#person0-givenName").fill("Alex");
        page.getByText("Add another person").click();
        page.locator("#person1-relationship").selectOption("PARTNER");
        page.getByText("Alerts and access needs").click();
        page.getByLabel("Interpreter").check();
        submit(page);
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter why they came");
        look(page, "new-approach-mistakes-phone");
        assertNoSidewaysScroll(page);
        page.locator("#born-day").fill("12");
        page.locator("#born-month").fill("3");
        page.locator("#born-year").fill("1990");
        page.getByLabel("Why have they come?").fill("Came back");
        submit(page);
        assertThat(page.locator("h1").innerText()).isEqualTo("Is there already a case?");
        look(page, "possible-matches-phone");
        page.getByLabel("None of these: open a new case").check();
        submit(page);
        page.waitForURL("**/cases/TH-*");
        look(page, "case-phone");
        assertNoSidewaysScroll(page);
    }

    @Test
    void everyPageOfACaseIsAccessible() {
        Page page = signIn(desktop(), "officer");
        take(page);
        String base = page.url();
        page.navigate(base + "/notes");
        page.getByLabel("New note").fill("Rent is £500 a month");
        page.getByText("Add note").click();
        page.locator(".case-note a").first().click();
        look(page, "correct-note");
        page.getByLabel("What the note should say").fill("Rent is £550 a month");
        page.getByText("Add correction").click();
        page.navigate(base + "/flags");
        look(page, "edit-flags");
        page.getByLabel("Risk to staff").check();
        page.locator("form#save button").click();
        for (String part : new String[] {"timeline", "people", "duties", "notes", "letters", "answers", "contact", "needs",
                "people/new", "withdrawal", "back-in-touch"}) {
            page.navigate(base + "/" + part);
            look(page, "case-" + part.replace('/', '-'));
        }
        page.navigate(url("/cases"));
        page.locator("#q").fill(name);
        page.locator("main form button").click();
        assertThat(page.locator("#found").innerText()).isEqualTo("1 case found");
        assertThat(page.url()).doesNotContain(name);
        look(page, "find-a-case");
        noConsoleErrors();
    }

    @Test
    void everythingWorksWithoutScript() {
        Page page = signIn(withoutScript(), "officer");
        page.navigate(url("/approaches/new"));
        page.getByText("Add a person").click();
        page.locator("#person0-givenName").fill("Alex");
        page.locator("#person0-relationship").selectOption("CHILD");
        take(page, false);
        assertThat(page.locator(".case-progress").first().innerText()).contains("Now here", "Not reached");
        page.navigate(page.url() + "/people");
        assertThat(page.locator("main").innerText()).contains("Alex " + name, "Child");
    }

    private void take(Page page) {
        take(page, true);
    }

    private void take(Page page, boolean fresh) {
        if (fresh) {
            page.navigate(url("/approaches/new"));
        }
        page.locator("#givenName").fill("Jordan");
        page.locator("#familyName").fill(name);
        page.locator("#born-day").fill("12");
        page.locator("#born-month").fill("3");
        page.locator("#born-year").fill("1990");
        page.locator("#reason").fill("Asked to leave by family tonight, two young children");
        submit(page);
        page.waitForURL("**/cases/TH-*");
    }

    private static void submit(Page page) {
        Locator buttons = page.locator("main form button.govuk-button:not(.govuk-button--secondary)");
        buttons.last().click();
    }

    private static void assertNoSidewaysScroll(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
    }

    private static String freshName() {
        StringBuilder fresh = new StringBuilder("Example");
        UUID.randomUUID().toString().chars().filter(Character::isLetterOrDigit).limit(12)
                .forEach(c -> fresh.append((char) ('a' + Character.digit(c, 16))));
        return fresh.toString();
    }
}
