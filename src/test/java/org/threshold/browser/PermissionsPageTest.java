package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of permissions as a manager reads it; and what a case's page leaves to an officer of another team. */
class PermissionsPageTest extends BrowserTest {

    @Test
    void whoMayDoWhatIsReadAtTheDeskAndOnAPhone() {
        for (Page page : List.of(signIn(desktop(), "manager"), signIn(phone(), "designer"))) {
            page.navigate(url("/permissions"));
            assertThat(page.locator("main").innerText()).contains("Work on cases", "Own cases",
                    "What a restriction leaves", "In an emergency");
            look(page, name("permissions", page));
            page.locator("summary", new Page.LocatorOptions().setHasText("Record notes and contact")).click();
            assertThat(page.locator("main").innerText()).contains("/cases/{reference}/notes");
            look(page, name("permissions-pages", page));
        }
        noConsoleErrors();
    }

    @Test
    void anOfficerOfAnotherTeamRecordsContactAndIsOfferedNothingElse() {
        String reference = onSite(signIn(desktop(), "officer")).takeApproach("Wanda", "Wrongoffice", "Lost their home");
        for (Page page : List.of(signIn(desktop(), "officer2"), signIn(phone(), "officer2"))) {
            page.navigate(url("/cases/" + reference));
            assertThat(page.locator(".case-actions").innerText()).contains("Add a note",
                    "Record an attempt to reach them").doesNotContain("Record findings", "Record withdrawal",
                    "Change contact details");
            look(page, name("case-of-another-team", page));
            assertThat(page.navigate(url("/cases/" + reference + "/plan/change")).status()).isEqualTo(403);
            assertThat(page.locator("main").innerText()).contains("You cannot work on cases here. The case lies with "
                    + "another team, and you hold none of its steps.");
            look(page, name("case-of-another-team-refused", page));
        }
    }

    private static String name(String what, Page page) {
        return (page.viewportSize().width < 500 ? "phone-" : "desktop-") + what;
    }
}
