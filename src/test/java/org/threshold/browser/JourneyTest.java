package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.clock.ServiceClock;
import org.threshold.process.TimerWalk;

/** A case worked by officers at their desks, over days that pass as they would. */
abstract class JourneyTest extends BrowserTest {

    @Autowired
    ServiceClock clock;
    @Autowired
    TimerWalk timers;

    Desk officer;
    Desk senior;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    /** Two officers in browsers of their own, so that one can sign what the other prepared. */
    void atTheDesk(Page officers, Page seniors) {
        officer = onSite(officers, "officer");
        senior = onSite(seniors, "senior");
    }

    void assertCase(String reference, String... words) {
        officer.page().navigate(url("/cases/" + reference));
        assertThat(officer.page().locator("main").innerText()).contains(words);
    }

    void assertLetters(String reference, String... titles) {
        officer.page().navigate(url("/cases/" + reference + "/letters"));
        assertThat(officer.page().locator("main").innerText()).contains(titles);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void moveOn(int days) {
        new PassingTime(clock, timers).moveOn(days);
    }

    void runJobs() {
        timers.runDue();
    }
}
