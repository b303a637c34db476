package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An officer who uses no mouse: sign in, take an approach, complete the first step. */
class KeyboardTest extends BrowserTest {

    private static final int MOST_TABS = 120;

    @Test
    void anApproachIsTakenAndTriagedByKeyboardAlone() {
        Page page = desktop();
        page.navigate(url("/sign-in"));
        type(page, "username", "officer");
        type(page, "password", "demo");
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));

        page.navigate(url("/approaches/new"));
        type(page, "givenName", "Keyboard");
        type(page, "familyName", "Example");
        type(page, "born-day", "1");
        type(page, "born-month", "2");
        type(page, "born-year", "1980");
        type(page, "reason", "Must leave by Friday");
        tabTo(page, "document.activeElement.textContent.trim() === 'Continue'");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.contains("/cases/"));

        tabTo(page, "document.activeElement.matches(\"a[href^='/steps/']\")");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.contains("/steps/"));
        choose(page, "domesticAbuse", "no");
        choose(page, "hateCrime", "no");
        choose(page, "aged16or17", "no");
        choose(page, "homelessTonight", "no");
        choose(page, "within56Days", "yes");
        choose(page, "reasonToBelieve", "yes");
        choose(page, "interimDue", "no");
        choose(page, "interimNotDueBecause", "PRIORITY_NEED");
        type(page, "whyNoInterim", "Nobody is vulnerable");
        tabTo(page, "document.activeElement.textContent.trim() === 'Complete this step'");
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/steps/"));
        assertThat(page.locator("main").innerText()).isNotBlank();
        assertThat(page.locator(".govuk-error-summary").count()).isZero();
    }

    @Test
    void theSkipLinkLeadsToTheContentAndFocusIsSeen() {
        Page page = signIn(desktop(), "officer");
        page.navigate(url("/work"));
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id || location.hash.slice(1)")).isEqualTo("main");
    }

    private static void type(Page page, String name, String text) {
        tabTo(page, "document.activeElement.name === '" + name + "'");
        page.keyboard().type(text);
    }

    /** Arrow keys move within radios, space ticks. */
    private static void choose(Page page, String name, String value) {
        tabTo(page, "document.activeElement.name === '" + name + "'");
        for (int i = 0; i < 20; i++) {
            if (Boolean.TRUE.equals(page.evaluate("document.activeElement.value === '" + value + "'"))) {
                page.keyboard().press("Space");
                return;
            }
            boolean radio = Boolean.TRUE.equals(page.evaluate("document.activeElement.type === 'radio'"));
            page.keyboard().press(radio ? "ArrowDown" : "Tab");
        }
        throw new AssertionError(value + " of " + name + " cannot be reached by keyboard");
    }

    private static void tabTo(Page page, String found) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(page.evaluate(found))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not reached by " + MOST_TABS + " tabs: " + found + " at " + page.url());
    }
}
