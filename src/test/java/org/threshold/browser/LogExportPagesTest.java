package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.insight.StepFacts;
import org.threshold.insight.StepFacts.StepFact;

/** An analyst counts what the log would hold and takes it, at a desk, on a phone and without JavaScript. */
class LogExportPagesTest extends BrowserTest {

    private static final LocalDate DAY = LocalDate.of(2002, 3, 4);

    @Autowired
    private CaseRegister register;
    @Autowired
    private StepFacts facts;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void anAnalystCountsAndTakesTheLog() throws Exception {
        plant(5, "task_usual");
        plant(2, "task_rare");
        Page plain = withoutScript();
        for (Page page : List.of(desktop(), phone(), plain)) {
            signIn(page, "analyst");
            page.navigate(url("/event-logs/export"));
            page.locator("#first").fill("2002-03-09");
            page.locator("#last").fill("2002-03-04");
            page.getByText("Count what it would hold").click();
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("must not be before the first day");
            if (page != plain) {
                look(page, name(page, "log-export-mistaken"));
            }

            page.locator("#first").fill(DAY.toString());
            page.getByText("Count what it would hold").click();
            assertThat(page.locator("#count-cases").innerText()).isEqualTo("5");
            assertThat(page.locator("#count-events").innerText()).isEqualTo("5");
            assertThat(page.locator("#count-left-out").innerText()).isEqualTo("2");
            if (page != plain) {
                look(page, name(page, "log-export"));
            }

            assertThat(taken(page, "Take it as XES", "threshold-log-2002-03-04-to-2002-03-04.xes"))
                    .contains("<trace>", "task_usual").doesNotContain("task_rare", "Pagely");
            assertThat(taken(page, "Take it as OCEL 2.0", "threshold-log-2002-03-04-to-2002-03-04.json"))
                    .contains("\"objectTypes\"", "task_usual").doesNotContain("task_rare", "Pagely");
        }
    }

    @Test
    void whoMayNotTakeItDoesNotSeeThePage() {
        Page page = signIn(desktop(), "manager");
        assertThat(page.navigate(url("/event-logs/export")).status()).isEqualTo(403);
    }

    private static String taken(Page page, String button, String name) throws Exception {
        Download download = page.waitForDownload(() -> page.locator("button").and(
                page.getByText(button, new Page.GetByTextOptions().setExact(true))).click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return Files.readString(download.path());
    }

    private void plant(int many, String element) {
        for (int i = 0; i < many; i++) {
            String reference = as("officer", () -> register.open(NewCase.atTheDesk("north",
                    Person.applicant("Paige", "Pagely", null), "For the page of the log")).value());
            jdbc.sql("update case_file set opened_at = timestamptz '2002-03-04 12:00Z' where reference = ?")
                    .param(reference).update();
            facts.record(new StepFact("page-" + reference, reference, "log-test", 1, element, "CREATED",
                    Instant.parse("2002-03-04T12:00:00Z"), "threshold", "north", null));
        }
    }

    private static String name(Page page, String what) {
        return (page.viewportSize().width < 500 ? "phone-" : "desktop-") + what;
    }
}
