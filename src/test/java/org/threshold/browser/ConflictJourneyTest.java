package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer knows the family before them: says so, loses the step, reads on; a leader lifts it. */
class ConflictJourneyTest extends BrowserTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoKnowsTheFamilyIsKeptAwayUntilALeaderLiftsIt() {
        Page page = desktop();
        Desk desk = onSite(page, "officer");
        String reference = desk.takeApproach("Kit", "Neighbourly", "Asked to leave by family");
        desk.open(reference, "Triage the approach");
        page.locator("button:has-text('Take this step')").click();
        page.waitForLoadState();
        assertThat(owner(reference)).isEqualTo("officer");

        page.navigate(url("/cases/" + reference));
        page.locator("a:has-text('I know these people')").click();
        page.waitForURL(url("/cases/" + reference + "/conflict"));
        look(page, "desktop-conflict");
        page.locator("main form button.govuk-button").first().click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Select how you know them");
        look(page, "desktop-conflict-mistake");
        page.locator("input[name=kind][value=NEIGHBOUR]").check();
        page.locator("#words").fill("Our boys play football together");
        page.locator("main form button.govuk-button").first().click();
        page.waitForURL(url("/cases/" + reference));

        assertThat(page.locator("main").innerText()).contains("You have said that you know these people");
        look(page, "desktop-conflict-case");
        assertThat(owner(reference)).isEqualTo("nobody");
        Response refused = page.navigate(url("/cases/" + reference + "/withdrawal"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(page.locator("main").innerText()).contains("You have said that you know these people");

        aLeaderLiftsIt(reference);
        page.navigate(url("/cases/" + reference));
        assertThat(page.locator("main").innerText()).doesNotContain("You have said that you know these people");
    }

    private void aLeaderLiftsIt(String reference) {
        Page page = signIn(phone(), "leader");
        page.navigate(url("/cases/" + reference + "/conflict"));
        assertThat(page.locator("main").innerText()).contains("Olive Demo", "neighbours", "football");
        look(page, "phone-conflict-leader");
        page.locator("button:has-text('They can decide')").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Select who can decide on the case again");
        page.locator("input[name=who][value=officer]").check();
        page.locator("#because").fill("Another family of the same name");
        page.locator("button:has-text('They can decide')").click();
        page.waitForLoadState();
        assertThat(page.locator("body").innerText()).contains("They can work on the case again");
    }

    private String owner(String reference) {
        return jdbc.sql("select coalesce(owner, 'nobody') from worklist_step where case_reference = ?").param(reference)
                .query(String.class).single();
    }
}
