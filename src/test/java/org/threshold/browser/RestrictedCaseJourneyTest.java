package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A restricted case at the desks: of who records the risk, of who manages it, of a colleague, and in an emergency. */
class RestrictedCaseJourneyTest extends JourneyTest {

    private static final String NO_CASE = "There is nothing at this address. Some cases are open to named people only";

    @Test
    void aRiskOfDomesticAbuseHidesTheCaseUntilItsManagerNamesMore() {
        String family = family();
        atTheDesk(desktop(), phone());
        Page leader = signIn(desktop(), "leader");
        String reference = officer.takeApproach("Rhiannon", family, "She left last night");
        officer.open(reference, "Triage the approach").complete(Answers.noInterim().with("domesticAbuse", "yes"));

        assertCase(reference, "The record is restricted to the people named on it");
        Page page = officer.page();
        assertThat(notice(page)).contains("Restricted case: only the people named on it can see it",
                "A risk of domestic abuse was recorded", "Lena Demo manages it");
        look(page, "desktop-restricted-case");
        officer.open(reference, "Check identity and eligibility");
        assertThat(notice(page)).contains("Restricted case");
        look(page, "desktop-restricted-step");

        notThere(senior.page(), reference);
        search(senior.page(), family);
        assertThat(senior.page().locator("main").innerText()).contains("No case found", "open to named people only");
        look(senior.page(), "phone-restricted-not-found");

        leader.navigate(url("/work"));
        assertThat(leader.locator(".threshold-alerts").innerText()).contains("about restricted cases");
        leader.navigate(url("/alerts"));
        assertThat(alert(leader, reference).innerText()).contains("Olive Demo made you its manager");
        look(leader, "desktop-alerts");
        leader.navigate(url("/restricted"));
        assertThat(leader.locator("section:has-text('" + family + "')").innerText()).contains("You manage it",
                "Check identity and eligibility", "2 people named");
        look(leader, "desktop-restricted-cases");

        leader.navigate(url("/cases/" + reference + "/access"));
        leader.selectOption("#person", "senior");
        press(leader, "Name on this case");
        assertThat(leader.locator("#people").innerText()).contains("Sandra Demo", "Olive Demo", "Manager");
        look(leader, "desktop-restricted-people");
        senior.page().navigate(url("/cases/" + reference));
        assertThat(notice(senior.page())).contains("Lena Demo manages it");
        look(senior.page(), "phone-restricted-case");
        senior.page().navigate(url("/cases/" + reference + "/access"));
        assertThat(senior.page().locator("main").innerText()).contains("Only Lena Demo can name people");
        look(senior.page(), "phone-restricted-people");

        press(leader, "Take off Sandra Demo");
        notThere(senior.page(), reference);
    }

    @Test
    void anEmergencyOpensACaseForAWhileAndItsManagerEndsIt() {
        String family = family();
        atTheDesk(desktop(), desktop());
        Page leader = signIn(phone(), "leader");
        Page other = signIn(desktop(), "senior2");
        String reference = officer.takeApproach("Rhiannon", family, "Works here");
        Page page = officer.page();
        page.locator("a:has-text('Restrict this case')").click();
        press(page, "Restrict this case");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Select why the case is restricted",
                "Enter why the case is restricted");
        look(page, "desktop-restrict-mistakes");
        page.locator("input[name=kind][value=STAFF]").check(new Locator.CheckOptions().setForce(true));
        page.fill("#reason", "She works in the contact centre");
        press(page, "Restrict this case");
        assertThat(page.locator("main").innerText()).contains("People named", "Lena Demo", "Olive Demo");

        other.navigate(url("/emergency-access"));
        look(other, "desktop-emergency-access");
        other.fill("#reference", "TH-999999-" + "Z");
        press(other, "Open the case and tell its manager");
        assertThat(other.locator(".govuk-error-summary").innerText()).contains("Check the case reference",
                "Enter why you need to see the case now");
        other.fill("#reference", reference);
        other.fill("#reason", "The hospital rings: is there anywhere safe for her tonight?");
        press(other, "Open the case and tell its manager");
        assertThat(notice(other)).contains("You opened this case in an emergency. Your access ends", "in 3 hours 59");
        look(other, "desktop-emergency-case");

        leader.navigate(url("/alerts"));
        assertThat(alert(leader, reference).first().innerText()).contains("Samuel Demo opened the case in an emergency",
                "is there anywhere safe for her tonight?");
        look(leader, "phone-alerts");
        leader.navigate(url("/restricted"));
        look(leader, "phone-restricted-cases");
        leader.navigate(url("/cases/" + reference + "/access"));
        look(leader, "phone-restricted-manage");
        press(leader, "End now the access of Samuel Demo");
        notThere(other, reference);

        other.navigate(url("/emergency-access"));
        other.fill("#reference", reference);
        other.fill("#reason", "The hospital rings again");
        press(other, "Open the case and tell its manager");
        clock.setOffset(Duration.ofHours(3).plusMinutes(30));
        other.navigate(url("/cases/" + reference));
        assertThat(notice(other)).contains("in 29 minutes");
        clock.setOffset(Duration.ofHours(4).plusMinutes(1));
        notThere(other, reference);
        clock.reset();
        other.navigate(url("/cases/" + reference));
        press(other, "End my access now");
        assertThat(other.locator("main").innerText()).contains("You are named on no restricted case");

        Page dpo = signIn(desktop(), "dpo");
        dpo.navigate(url("/emergency-access"));
        dpo.fill("#reference", reference);
        dpo.fill("#reason", "She asks who has looked at her case");
        press(dpo, "Open the case and tell its manager");
        assertThat(dpo.url()).endsWith("/cases/" + reference + "/record");
        assertThat(notice(dpo)).contains("Your access ends").doesNotContain("Who may see it");
        assertThat(dpo.locator("main").innerText()).contains("Samuel Demo");
        look(dpo, "desktop-restricted-record");

        leader.navigate(url("/cases/" + reference + "/access"));
        leader.locator("summary:has-text('Lift the restriction')").click();
        leader.fill("#reason", "She has left the council");
        press(leader, "Lift the restriction");
        other.navigate(url("/cases/" + reference));
        assertThat(other.locator("h1").innerText()).contains(family);
    }

    /** A colleague's sister at the desk: nobody else sees the case, not even for a moment. */
    @Test
    void anApproachIsRestrictedBeforeAnybodySeesIt() {
        String family = family();
        Page page = signIn(phone(), "officer");
        page.navigate(url("/approaches/new"));
        page.fill("#givenName", "Rhiannon");
        page.fill("#familyName", family);
        page.locator("#bornNotKnown").check(new Locator.CheckOptions().setForce(true));
        page.fill("#reason", "Asked to leave");
        page.locator("summary:has-text('Restrict this record')").click();
        page.selectOption("#restrict", "STAFF");
        page.locator("button.govuk-button:has-text('Continue')").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter why the case is restricted");
        look(page, "phone-new-approach-restricted");
        page.fill("#restrictReason", "Her sister works in this team");
        page.locator("button.govuk-button:has-text('Continue')").click();
        page.waitForURL(address -> address.contains("/cases/"));

        assertThat(notice(page)).contains("Her sister works in this team", "Lena Demo manages it");
        notThere(signIn(desktop(), "senior"), page.url().replaceAll(".*/cases/([^/?#]+).*", "$1"));
    }

    private static String notice(Page page) {
        return page.locator(".threshold-restricted").innerText();
    }

    private static Locator alert(Page page, String reference) {
        return page.locator("article:has-text('" + reference + "')");
    }

    private static void press(Page page, String button) {
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(button).setExact(true)).click();
        page.waitForLoadState();
    }

    private void notThere(Page page, String reference) {
        int status = page.navigate(url("/cases/" + reference)).status();
        assertThat(status).isEqualTo(404);
        assertThat(page.locator("main").innerText()).contains(NO_CASE);
    }

    private void search(Page page, String name) {
        page.navigate(url("/cases"));
        page.fill("#q", name);
        press(page, "Search");
    }

    private static String family() {
        return "Hidden" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";
    }
}
