package org.threshold.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The pages of the clock room as they look, on a desk and on a phone. */
class ClockPicturesTest extends BrowserTest {

    private static final String RESULT = "/clocks/calculator?kind=RELIEF_DUTY&trigger=2026-06-01";

    @Test
    void theDeadlineCalculator() {
        Page desk = signIn(desktop(), "officer");
        desk.navigate(url("/clocks/calculator"));
        look(desk, "calculator");
        desk.navigate(url(RESULT));
        look(desk, "calculator-result");
        Page phone = signIn(phone(), "officer");
        phone.navigate(url(RESULT));
        look(phone, "calculator-result-phone");
        noConsoleErrors();
        desk.fill("#trigger-day", "31");
        desk.fill("#trigger-month", "2");
        desk.locator("main form button").click();
        look(desk, "calculator-mistake");
    }

    @Test
    void theCalendar() {
        Page desk = signIn(desktop(), "admin");
        desk.navigate(url("/administration/calendar"));
        desk.locator("main form button").last().click();
        look(desk, "calendar-mistake");
        Page phone = signIn(phone(), "admin");
        phone.navigate(url("/administration/calendar"));
        look(phone, "calendar-phone");
    }
}
