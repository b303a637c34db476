package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.audit.AuditVerifier;
import org.threshold.process.TimerWalk;

/** Who viewed a case, and the data protection officer's search, as they are used. */
class AuditPagesTest extends BrowserTest {

    @Autowired
    private TimerWalk timers;
    @Autowired
    private AuditVerifier verifier;

    @Test
    void aLeaderSeesWhoLookedAtACaseAndWhoHadNothingToDoWithIt() {
        String reference = caseWithALife("Viewedalot");
        Page stranger = signIn(desktop(), "officer2");
        stranger.navigate(url("/cases/" + reference + "/notes"));
        assertThat(stranger.locator("main").innerText()).doesNotContain("Who viewed it");
        assertThat(stranger.navigate(url("/cases/" + reference + "/record")).status()).isEqualTo(403);

        for (Page page : List.of(signIn(desktop(), "leader"), signIn(phone(), "leader"))) {
            page.navigate(url("/cases/" + reference));
            page.getByRole(AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("Who viewed it")).click();
            assertThat(page.locator("main").innerText()).contains("Omar Demo", "Nothing to do with the case, 2 times",
                    "Looked at the case: notes", "Was refused: who viewed it", "Case: opened");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isTrue();
            look(page, name("case-record", page));

            page.getByLabel("Only by people who had nothing to do with the case then").check();
            page.getByRole(AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Show").setExact(true)).click();
            assertThat(page.locator(".audit-entries").innerText()).contains("Omar Demo").doesNotContain("Olive Demo");
            look(page, name("case-record-strangers", page));
        }
    }

    @Test
    void theDataProtectionOfficerSearchesAndTakesTheFile() throws Exception {
        String reference = caseWithALife("Soughtout");
        for (Page page : List.of(signIn(desktop(), "dpo"), signIn(phone(), "dpo"))) {
            page.navigate(url("/audit"));
            look(page, name("audit-search", page));
            page.getByLabel("Case reference").fill("nonsense");
            page.getByLabel("First day").fill("");
            submit(page, "Search");
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("There is a problem");
            look(page, name("audit-search-mistakes", page));

            page.getByLabel("Case reference").fill(reference);
            submit(page, "Search");
            assertThat(page.locator(".audit-entries").innerText()).contains("Case: opened", "Looked at the case",
                    "Olive Demo", "page, 127.0.0.1");
            assertThat(page.url()).doesNotContain(reference);
            look(page, name("audit-found", page));

            Download download = page.waitForDownload(() -> submit(page, "Take all of it as CSV"));
            assertThat(Files.readString(download.path())).startsWith("\uFEFFat_utc,case,number,who")
                    .contains(reference + ",1,officer,PAGE,127.0.0.1,case.opened");

            page.locator(".audit-entries a").first().click();
            assertThat(page.locator("main").innerText()).contains("You may see the record of its use, not the case itself")
                    .doesNotContain("Soughtout");
            look(page, name("case-record-without-the-case", page));

            page.navigate(url("/audit"));
            page.getByLabel("What was done").selectOption("EXPORTS");
            submit(page, "Search");
            assertThat(page.locator(".audit-entries").innerText()).contains("Took the audit out", "Sha256", "Dee Demo");
        }
        assertThat(verifier.verify("")).isEmpty();
    }

    private static void submit(Page page, String button) {
        page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private String caseWithALife(String family) {
        Page page = signIn(desktop(), "officer");
        Desk desk = onSite(page);
        String reference = desk.takeApproach("Taylor", family, "Lost their home");
        desk.open(reference, "Triage the approach").complete(Answers.homelessTonight());
        timers.runDue();
        page.navigate(url("/cases/" + reference));
        return reference;
    }

    private static String name(String what, Page page) {
        return (page.viewportSize().width < 500 ? "phone-" : "desktop-") + what;
    }
}
