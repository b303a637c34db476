package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.access.Visitor;
import org.threshold.browser.BrowserTest;

/** The pages of where it waits in a real browser, at a desk, on a phone and without scripts, and as files. */
class WherePagesTest extends BrowserTest {

    private static final String HOME = "/board/where-it-waits";

    /** An office of its own keeps the steps of other tests away. */
    private final String office = "Office " + UUID.randomUUID();
    private final String filter = "?office=" + office.replace(" ", "%20");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    private MeasuredSteps steps;

    @BeforeEach
    void someSteps() {
        steps = new MeasuredSteps(jdbc, UUID.randomUUID().toString(), clock.instant());
        for (int i = 0; i < 20; i++) {
            ended("relief-duty", "task_relieveHomelessness", 1 + i % 6, 2 + i % 9);
            ended("relief-duty", "task_recordInquiries", 0, 1);
        }
        for (int i = 0; i < 8; i++) {
            ended("homelessness-decision", "task_draftDecision", 1, i);
        }
        ended("relief-duty", "task_longGone", 3, 3);
        steps.at("task_relieveHomelessness").open("HELD", days(4), days(30), days(1)).with("owner", "officer")
                .with("office", office).with("team", "north").with("case_reference", "TH-999001-X")
                .with("due_at", java.sql.Timestamp.from(clock.instant().minus(days(3)))).add();
        steps.at("task_relieveHomelessness").open("ON_HOLD", days(9), days(2), days(1)).with("owner", "officer")
                .with("hold_reason", "DOCUMENTS").with("office", office).add();
    }

    private void ended(String process, String element, int waited, int held) {
        steps.at(element).ended(days(2), days(waited), days(held), days(0)).with("process_key", process)
                .with("office", office).add();
    }

    @AfterEach
    void remove() {
        jdbc.sql("delete from step_measure where office = ?").param(office).update();
    }

    @Test
    void fromAllProcessesToTheCasesOfOneStep() {
        for (Page page : List.of(signIn(desktop(), "leader"), signIn(phone(), "leader"))) {
            String width = page.viewportSize().width < 500 ? "-phone" : "-desktop";
            page.navigate(url(HOME + filter));
            look(page, "where" + width);
            assertThat(page.locator("table").first().locator("tbody tr").first().innerText())
                    .contains("Relief duty");
            fits(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Relief duty").setExact(true)).click();
            page.locator("[data-drawn=true]").waitFor();
            look(page, "where-process" + width);
            fits(page);
            markIsVisible(page);
            page.locator(".heat-figure").first().waitFor();
            assertThat(page.locator(".heat-figure").allInnerTexts()).anyMatch(text -> text.startsWith("Σ"));
            page.locator("table").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions()
                    .setName("Relieve homelessness")).click();
            assertThat(page.locator("h1").innerText()).contains("Relieve homelessness");
            look(page, "where-element" + width);
            fits(page);
        }
        noConsoleErrors();
    }

    @Test
    void everythingWorksWithoutScripts() {
        Page page = signIn(withoutScript(), "manager");
        page.navigate(url(HOME + "/relief-duty" + filter));
        assertThat(firstStep(page)).contains("Relieve homelessness");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Step").setExact(true)).click();
        assertThat(page.locator("th[aria-sort=ascending]").innerText()).contains("Step");
        assertThat(firstStep(page)).contains("Authorise the end");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Step").setExact(true)).click();
        assertThat(page.locator("th[aria-sort=descending]").innerText()).contains("Step");
        assertThat(firstStep(page)).contains("Warn, and decide on co-operation");
        assertThat(page.locator("tbody").innerText()).contains("No longer in the process");
        page.locator("#weeks").selectOption("4");
        page.locator("#heat").selectOption("median");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
        assertThat(page.url()).contains("weeks=4").contains("heat=median").contains("office=Office");
        page.locator("table").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Relieve homelessness"))
                .click();
        String main = page.locator("main").innerText();
        assertThat(main).contains("Waiting to be picked up", "In an officer’s hands", "Waiting for the applicant",
                "TH-999001-X", "Olive Demo", "Overdue", "Waiting for documents", "As of",
                "They were counted for this page").doesNotContain("a minute old");
        // 113 days of the 20 that ended, 4 (of 28 days in the period, 5 in 35) and 1 of the two open ones; 4 weeks.
        assertThat(cause(page, "A statutory clock")).isEqualTo("29.5");
        assertThat(cause(page, "In an officer’s hands")).isEqualTo("0.0");
        assertThat(page.locator("a[href^='/steps/'][href$='/hand-over']").count()).isEqualTo(2);
        assertThat(page.locator("#weeks").inputValue()).isEqualTo("4");
    }

    @Test
    void aCalledProcessCarriesTheSumOfWhatIsInIt() {
        Page page = signIn(withoutScript(), "leader");
        page.navigate(url(HOME + "/homelessness-decision" + filter));
        String own = page.locator(".govuk-body-l strong").innerText();
        page.navigate(url(HOME + "/relief-duty" + filter));
        Locator called = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Decide what is owed"));
        assertThat(called.locator(".where-table__number").innerText()).isEqualTo("Σ " + own);
        called.getByRole(AriaRole.LINK).click();
        assertThat(page.url()).contains("/homelessness-decision").contains("office=");
    }

    @Test
    void theTableIsAFileToo() {
        Visitor leader = Visitor.signedIn(port, "leader");
        String file = leader.get(HOME + "/relief-duty/table.csv" + filter).body();
        assertThat(file.lines().skip(1).map(line -> line.split(",")[2])).containsExactly("task_relieveHomelessness",
                "task_recordInquiries", "task_longGone");
        assertThat(file.lines().findFirst().orElseThrow()).contains("delay_case_days_a_week", "completed_n",
                "p85_days");
        assertThat(leader.get(HOME + "/table.csv" + filter).body()).contains("task_draftDecision");
        assertThat(Visitor.signedIn(port, "officer").get(HOME + "/table.csv").statusCode()).isEqualTo(403);
    }

    /** Twenty took up to two weeks, twenty more were handed over and took twenty days. */
    @Test
    void whatLongTimesGoWithStandsOnThePageOfTheStep() {
        String step = HOME + "/relief-duty/task_relieveHomelessness";
        Page page = signIn(desktop(), "leader");
        page.navigate(url(step + filter));
        assertThat(page.locator("main").innerText()).contains("Too few to compare: 20 completed steps");
        assertThat(page.locator("a[href*='goes-with.csv']").count()).isZero();
        for (int i = 0; i < 20; i++) {
            steps.at("task_relieveHomelessness").ended(days(2), days(0), days(20), days(0)).with("office", office)
                    .with("handovers", 2).with("household_type", "ONE_PARENT").add();
        }
        page.navigate(url(step + filter + "&weeks=26"));
        String text = page.locator("main").innerText();
        assertThat(text).contains("Handed over more than once: 20 of the 40 completed.",
                "Half of these took 20 days or more", "It is not known to be the cause, and is nobody’s fault.");
        assertThat(text.substring(text.indexOf("What long times go with"), text.indexOf("Rework, handovers")))
                .contains("large difference, longer").doesNotContain("parent");
        look(page, "where-goes-with");
        fits(page);
        Page pocket = signIn(phone(), "leader");
        pocket.navigate(url(step + filter + "&weeks=26"));
        look(pocket, "where-goes-with-phone");
        fits(pocket);
        String file = page.request().get(url(page.locator("a[href*='goes-with.csv']").getAttribute("href"))).text();
        assertThat(file.lines().findFirst().orElseThrow()).contains("days_more_than_average", "p_adjusted");
        assertThat(file).contains("Handed over,more than once,20,20,20.0000,").doesNotContain("parent");
        String p = file.lines().filter(line -> line.startsWith("Handed over,")).findFirst().orElseThrow()
                .split(",")[8];
        assertThat(p).matches("\\d\\.\\d\\de-\\d\\d");
        assertThat(Double.parseDouble(p)).isBetween(1e-12, 1e-4);
        assertThat(Visitor.signedIn(port, "leader").get(HOME + "/relief-duty/none/goes-with.csv").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, "officer").get(step + "/goes-with.csv").statusCode()).isEqualTo(403);
        noConsoleErrors();
    }

    @Test
    void aStepThatTheProcessNoLongerHasHasItsFileToo() {
        Visitor leader = Visitor.signedIn(port, "leader");
        String gone = HOME + "/relief-duty/task_longGone";
        assertThat(leader.get(gone + filter).statusCode()).isEqualTo(200);
        assertThat(leader.get(gone + "/goes-with.csv" + filter).statusCode()).isEqualTo(200);
        assertThat(leader.get(gone + filter + "-none").statusCode()).isEqualTo(404);
        assertThat(leader.get(gone + "/goes-with.csv" + filter + "-none").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Visitor leader = Visitor.signedIn(port, "leader");
        for (String path : List.of("/no-such-process", "/no-such-process/table.csv", "/no-such-process/diagram.bpmn",
                "/relief-duty/no-such-step", "/no-such-process/task_relieveHomelessness")) {
            assertThat(leader.get(HOME + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(leader.get(HOME + "?weeks=none&heat=none&sort=none&office=%00&team=" + "x".repeat(500))
                .statusCode()).isEqualTo(200);
    }

    private static String cause(Page page, String words) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(words))
                .locator(".where-table__number").innerText();
    }

    private static String firstStep(Page page) {
        return page.locator("tbody tr").first().locator("th").innerText();
    }

    private static void markIsVisible(Page page) {
        Locator mark = page.locator(".bjs-powered-by");
        assertThat(mark.isVisible()).isTrue();
        assertThat(mark.evaluate("""
                mark => { const box = mark.getBoundingClientRect(); mark.scrollIntoView({block: 'center'});
                    const now = mark.getBoundingClientRect();
                    const top = document.elementFromPoint(now.x + now.width / 2, now.y + now.height / 2);
                    return mark.contains(top); }""")).isEqualTo(true);
    }

    private void fits(Page page) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
