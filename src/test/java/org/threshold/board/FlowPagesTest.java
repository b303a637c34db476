package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.browser.BrowserTest;
import org.threshold.clock.ServiceClock;

/** Flow over time on the running service, of cases whose days are known. */
class FlowPagesTest extends BrowserTest {

    private static final String PAGE = "/board/flow?team=" + FlowRows.TEAM;

    @Autowired JdbcClient jdbc;
    @Autowired FlowOverTime flow;
    @Autowired Clock clock;

    private FlowRows rows;
    private LocalDate today;
    private LocalDate from;

    /** Twelve full months with ten cases each, 40 in the last one; those of the first half closed after 30 days. */
    @BeforeEach
    void aYear() {
        rows = new FlowRows(jdbc);
        rows.takeAway();
        today = LocalDate.ofInstant(clock.instant(), ServiceClock.LONDON);
        from = today.withDayOfMonth(1).minusMonths(12);
        long room = rows.addUnit(true);
        long flat = rows.addUnit(false);
        for (int month = 0; month < 12; month++) {
            for (int i = 0; i < (month == 11 ? 40 : 9 + month % 3); i++) {
                LocalDate opened = from.plusMonths(month).plusDays(i % 28);
                String reference = rows.addCase(opened, i % 2 == 0 ? opened.plusDays(8) : null,
                        month < 6 ? opened.plusDays(20 + i) : null);
                rows.addStep(reference, opened, i % 5 == 0 ? null : opened.plusDays(1 + i % 4),
                        i % 5 == 0 ? null : opened.plusDays(4 + i * month % 17));
                rows.addStay(reference, i % 3 == 0 ? room : flat, opened.plusDays(1), i % 3 == 0
                        ? opened.plusDays(2 + 3 * (i % 10)) : i % 4 == 0 && month < 8 ? opened.plusDays(70 + i) : null);
            }
        }
    }

    @AfterEach
    void gone() {
        rows.takeAway();
    }

    @Test
    void everyChartHasItsMessageItsTableAndItsFile() {
        Page page = signIn(desktop(), "leader");
        page.navigate(url(PAGE));
        String text = page.locator("main").innerText();
        assertThat(text).contains("149 cases came and 60 ended: 89 are open now, 89 more than at the beginning.")
                .contains("had 40, a change: higher than usual.")
                .contains("These months differ by more than the usual variation")
                .contains("Of 60 cases that ended, half took 24")
                .contains("by more than chance would make them (log-rank test over all types, p < 0.001)");
        assertThat(page.locator("main svg[role=img]").count()).isEqualTo(5);
        assertThat(page.locator("main details table").count()).isEqualTo(5);
        page.locator("main details summary").first().click();
        assertThat(page.locator("main table").first().innerText()).contains("No duty yet", "Relief duty", "89");
        look(page, "board-flow");
        noConsoleErrors();

        for (String chart : new String[]{"flow", "times", "arrivals", "ends", "stays"}) {
            APIResponse file = page.request().get(url("/board/flow.csv?team=" + FlowRows.TEAM + "&chart=" + chart));
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.headers().get("content-disposition")).contains("flow-" + chart + ".csv");
            assertThat(file.text().lines().count()).isGreaterThan(5);
        }
        assertThat(page.request().get(url("/board/flow.csv?chart=none")).status()).isEqualTo(404);
        String times = page.request().get(url("/board/flow.csv?chart=times&team=" + FlowRows.TEAM)).text();
        assertThat(times.lines().skip(1)).hasSize(60)
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d,\\d+\\.\\d+"));
    }

    @Test
    void aProcessShowsItsStepsAndAPhoneHasRoom() {
        Page pocket = signIn(phone(), "leader");
        pocket.navigate(url(PAGE + "&process=" + FlowRows.PROCESS + "&limits=every"));
        assertThat(pocket.locator("main").innerText()).contains("149 steps began and", "with every change counted");
        assertThat(pocket.content()).contains("Waiting to be picked up", "Picked up, not done");
        IntStream.range(0, 5).forEach(i -> pocket.locator("main details summary").nth(i).click());
        assertThat((Integer) pocket.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat((Double) pocket.evaluate("Math.min(...[...document.querySelectorAll('main svg text')]"
                + ".map(t => t.getScreenCTM().a * parseFloat(getComputedStyle(t).fontSize)))")).isGreaterThan(11);
        look(pocket, "board-flow-phone");
        noConsoleErrors();
    }

    @Test
    void nothingOfAHiddenCaseIsCounted() {
        FlowFilter mine = new FlowFilter("", FlowRows.TEAM, 12, true);
        FlowFilter steps = new FlowFilter(FlowRows.PROCESS, FlowRows.TEAM, 12, true);
        FlowAnswer before = as("leader", () -> flow.answer(mine));
        String hidden = rows.addCase(today, null, null);
        rows.addStep(hidden, today, today, today);
        rows.addStay(hidden, rows.addUnit(true), today, null);
        FlowAnswer open = as("leader", () -> flow.answer(mine));
        FlowAnswer openSteps = as("leader", () -> flow.answer(steps));
        assertThat(open.bands().came()).isEqualTo(before.bands().came() + 1);
        assertThat(open.stays().all().n()).isEqualTo(before.stays().all().n() + 1);
        rows.hide(hidden, "manager");
        FlowAnswer after = as("leader", () -> flow.answer(mine));
        assertThat(after.bands().came()).isEqualTo(before.bands().came());
        assertThat(after.stays().all().n()).isEqualTo(before.stays().all().n());
        assertThat(as("leader", () -> flow.answer(steps)).bands().came()).isEqualTo(openSteps.bands().came() - 1);
        assertThat(as("leader", () -> flow.answer(steps)).times().ended())
                .hasSize(openSteps.times().ended().size() - 1);
    }

    @Test
    void cutsOfMonthAndDayAreLondons() {
        rows.takeAway();
        String late = rows.addCase(from, null, null);
        // Half past eleven at night in UTC on the last of May is the first of June in London.
        jdbc.sql("update case_file set opened_at = timestamptz '2026-05-31 23:30Z' where reference = :reference")
                .param("reference", late).update();
        assertThat(jdbc.sql("select london_day(opened_at) from case_file where reference = :reference")
                .param("reference", late).query(LocalDate.class).single()).isEqualTo(LocalDate.of(2026, 6, 1));
    }
}
