package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.caseload.CaseloadFiles.planned;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.caseload.CaseloadFiles;
import org.threshold.caseload.Sheet;
import org.threshold.clock.ServiceClock;

/**
 * Monday morning: an administrator brings over the households that the council has, and an officer finds theirs under
 * My work and does the first step.
 */
class MondayMorningTest extends BrowserTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int HOUSEHOLDS = 30;
    /** Far more than it needs, for a machine with much else to do. */
    private static final int MOST_MILLIS = 120_000;

    @Autowired
    private ServiceClock clock;

    private final String batch = "MON-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Test
    void thirtyHouseholdsAreBroughtOverAndTheFirstStepIsDone() {
        Page admin = signIn(desktop(), "admin");
        upload(admin, caseload().bytes());
        assertThat(admin.locator("#totals").innerText()).contains("cases.csv\t31\t0\t30\t1");
        assertThat(admin.locator("#refused").innerText()).contains("‘atlantis’ is not a team");
        look(admin, "desktop-caseload-checked");

        admin.locator("button:has-text('Bring over 30 households')").click();
        admin.locator("#progress strong:text-is('Brought over')")
                .waitFor(new Locator.WaitForOptions().setTimeout(MOST_MILLIS));
        assertThat(admin.locator("#totals").innerText()).contains("cases.csv\t31\t30\t0\t1");
        assertThat(admin.locator("main").innerText()).contains("Statutory clocks that had run out already");
        look(admin, "desktop-caseload-done");

        Desk desk = onSite(desktop(), "officer");
        Page officer = desk.page();
        String reference = reference(officer, batch + "-R");
        officer.navigate(url("/cases/" + reference));
        assertThat(officer.locator("main").innerText()).contains("day 30 of 56, last day", "Relieve homelessness");
        look(officer, "desktop-caseload-case");
        officer.navigate(url("/work"));
        assertThat(officer.locator("main").innerText()).contains("Relieve homelessness");
        look(officer, "desktop-caseload-my-work");
        String first = reference(officer, batch + "-F");
        desk.open(first, "Check identity and eligibility").complete(Answers.identity());
        assertThat(desk.isOpen(first, "Record the assessment")).isTrue();
        officer.navigate(url("/cases/" + first + "/timeline"));
        assertThat(officer.locator("main").innerText()).contains("Step completed: Check identity and eligibility",
                "Brought over from the previous system, where it was " + batch + "-F", "Approach made: by phone");
        noConsoleErrors();
    }

    @Test
    void withoutScriptsAndOnAPhoneTooAndMistakesAreSaid() {
        Page admin = signIn(withoutScript(), "admin");
        admin.navigate(url("/administration/caseload"));
        admin.locator("button:has-text('Check the files')").click();
        assertThat(admin.locator(".govuk-error-summary").innerText()).contains("Choose at least the file cases.csv");

        upload(admin, Map.of(Sheet.CASES, "previous_reference;opened_on\r\nX;1".getBytes()));
        assertThat(admin.locator("main").innerText()).contains("Cannot be read",
                "The values are separated by semicolons, not by commas");

        upload(admin, new CaseloadFiles("north", today()).household(batch + "-N", 3).bytes());
        admin.locator("button:has-text('Bring over 1 households')").click();
        for (int looks = 0; looks < 100 && admin.locator("a:has-text('Look again')").count() > 0; looks++) {
            admin.locator("a:has-text('Look again')").click();
        }
        assertThat(admin.locator("#totals").innerText()).contains("cases.csv\t1\t1\t0\t0");
        Page phone = signIn(phone(), "admin");
        phone.navigate(url("/administration/caseload"));
        look(phone, "phone-caseload");
        phone.navigate(admin.url());
        look(phone, "phone-caseload-import");
        noConsoleErrors();
    }

    @Test
    void nobodyButAnAdministratorSeesThePages() {
        Page officer = signIn(desktop(), "leader");
        assertThat(officer.navigate(url("/administration/caseload")).status()).isEqualTo(403);
        assertThat(officer.navigate(url("/administration/caseload/1/remarks.csv")).status()).isEqualTo(403);
        assertThat(officer.locator("nav a:has-text('Bring over a caseload')").count()).isZero();
    }

    private CaseloadFiles caseload() {
        CaseloadFiles files = new CaseloadFiles("north", today());
        files.household(batch + "-R", 40, planned(today(), 20, "officer", "officer", "first_names", "Monday"))
                .duty(batch + "-R", "RELIEF", 29).step(batch + "-R").note(batch + "-R", 9, "A. Former", "Called");
        files.household(batch + "-L", 90, planned(today(), 60)).duty(batch + "-L", "RELIEF", 70).step(batch + "-L");
        files.household(batch + "-X", 3, "team", "atlantis");
        files.household(batch + "-F", 9, "officer", "officer");
        for (int i = 3; i < HOUSEHOLDS; i++) {
            files.household(batch + "-" + i, 20);
        }
        return files;
    }

    private void upload(Page page, Map<Sheet, byte[]> files) {
        page.navigate(url("/administration/caseload"));
        page.locator("#dates-ISO").check();
        files.forEach((sheet, content) -> page.locator("#" + sheet.name())
                .setInputFiles(new FilePayload(sheet.fileName(), "text/csv", content)));
        page.locator("button:has-text('Check the files')").click();
        page.waitForURL(address -> address.matches(".*/caseload/\\d+"));
    }

    private String reference(Page officer, String previous) {
        officer.navigate(url("/cases"));
        officer.locator("main input[type=text]").first().fill(previous);
        officer.locator("main button.govuk-button").first().click();
        officer.waitForLoadState();
        if (!officer.url().contains("/cases/TH")) {
            officer.locator("main a[href^='/cases/TH']").first().click();
        }
        return new Desk(officer, this::url).referenceOnPage();
    }
}
