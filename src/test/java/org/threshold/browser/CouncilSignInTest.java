package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.CouncilProvider;

/**
 * Sign-in at the council's provider from end to end, on the provider's own page: role and team from the claims, work,
 * a session that ran out in the middle of it, sign-out at both ends, back-channel, and a leaver.
 */
class CouncilSignInTest extends BrowserTest {

    private static final List<String> OFFICER = List.of("threshold-officer");
    private static final List<String> NORTH = List.of("/threshold/north");

    private final String username = "c" + Long.toString(System.nanoTime(), 36);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOfficerWorksUnderTheirCouncilAccountAndLosesNothingWhenTheSessionRunsOut(boolean scripts) {
        Page page = scripts ? desktop() : withoutScript();
        page.navigate(url("/work"));
        throughTheProvider(page, username, OFFICER);
        assertThat(page.locator("h1").innerText()).contains("Where are you working today?");
        page.locator("main input[type=radio]").first().check();
        page.locator("main button.govuk-button").first().click();
        page.waitForURL(url("/work"));
        assertThat(page.locator("header").innerText()).contains("Casey Council");

        Desk desk = new Desk(page, this::url);
        String reference = desk.takeApproach("Jo", scripts ? "Latecomer" : "Lateagain", "Notice from the landlord of the flat");
        aStepComesBackInItsForm(desk, reference, scripts);
        anotherFormComesBackAsAPage(page, reference, scripts);
        if (scripts) {
            // Without them a form asks its dependent questions by refusing what is missing.
            noConsoleErrors();
        }
    }

    private void aStepComesBackInItsForm(Desk desk, String reference, boolean scripts) {
        Page page = desk.page();
        desk.open(reference, "Triage the approach");
        page.locator("input[name='homelessTonight'][value='yes']").check();
        page.locator("input[name='domesticAbuse'][value='no']").check();
        theSessionIsGone(page);
        page.locator("button.govuk-button:has-text('Complete this step')").click();
        page.waitForURL(address -> address.contains("/sign-in?expired"));
        assertThat(page.locator("main").innerText()).contains("nothing was done for an hour",
                "What you typed was not sent, and is kept");
        picture(page, "sign-in-expired", scripts);

        throughTheProvider(page, username, OFFICER);
        assertThat(page.locator("main").innerText()).contains("You were signed out before this was sent");
        assertThat(page.locator("input[name='homelessTonight'][value='yes']").isChecked()).isTrue();
        assertThat(page.locator("input[name='domesticAbuse'][value='no']").isChecked()).isTrue();
        picture(page, "late-step", scripts);
        desk.complete(Answers.homelessTonight());
        assertThat(desk.isOpen(reference, "Triage the approach")).isFalse();
    }

    private void anotherFormComesBackAsAPage(Page page, String reference, boolean scripts) {
        page.navigate(url("/cases/" + reference + "/notes"));
        page.locator("main textarea").first().fill("Rang while I was away.\nWants a call back.");
        theSessionIsGone(page);
        page.locator("main form:has(textarea) button.govuk-button").first().click();
        page.waitForURL(address -> address.contains("/sign-in?expired"));
        throughTheProvider(page, username, OFFICER);
        assertThat(page.locator("h1").innerText()).isEqualTo("You were signed out before this was sent");
        assertThat(page.locator("main").innerText()).contains("Rang while I was away.", "Wants a call back.");
        picture(page, "late-form", scripts);
        page.locator("button:has-text('Send it now')").click();
        page.waitForLoadState();
        page.navigate(url("/cases/" + reference + "/notes"));
        assertThat(page.locator("main").innerText()).contains("Wants a call back.");
    }

    @Test
    void signingOutEndsBothEndsAndTheProviderEndsASessionHere() throws Exception {
        Page page = desktop();
        page.navigate(url("/processes"));
        throughTheProvider(page, username, OFFICER);
        page.navigate(url("/processes"));
        page.locator("header button:has-text('Sign out')").click();
        page.waitForURL(url("/sign-in?signedOut"));
        assertThat(page.locator("main").innerText()).contains("You have signed out.");
        page.navigate(url("/processes"));
        assertThat(page.url()).contains("/sign-in");

        throughTheProvider(page, username, OFFICER);
        page.navigate(url("/my-sessions"));
        assertThat(page.locator("#sessions").innerText()).contains("This one", "Chrome on Linux", "The council’s sign-in");
        String token = PROVIDER.logoutToken(username, java.util.Map.of("sid", "sid-of-" + username));
        HttpResponse<Void> heard = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                        URI.create(url("/sign-in/back-channel"))).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token)).build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(heard.statusCode()).isEqualTo(200);
        page.navigate(url("/processes"));
        assertThat(page.url()).contains("/sign-in?ended");
        look(page, "access-sign-in-ended");
        noConsoleErrors();
    }

    @Test
    void aLeaverIsOutAndAnAdministratorSeesBothKindsOfAccount() {
        Page leaver = phone();
        leaver.navigate(url("/processes"));
        look(leaver, "access-sign-in-both-phone");
        throughTheProvider(leaver, username, OFFICER);
        leaver.navigate(url("/my-sessions"));
        look(leaver, "access-my-sessions-phone");

        Page admin = signIn(desktop(), "admin");
        for (String path : List.of("/administration/people", "/administration/people/" + username,
                "/administration/people/officer", "/administration/people/new-program", "/my-sessions")) {
            admin.navigate(url(path));
            look(admin, "access-oidc" + path.replace('/', '-').replace(username, "council"));
            admin.setViewportSize(390, 844);
            look(admin, "access-oidc" + path.replace('/', '-').replace(username, "council") + "-phone");
            admin.setViewportSize(1280, 900);
        }
        admin.navigate(url("/administration/people/" + username));
        assertThat(admin.locator("#from-provider").innerText()).contains("Casey Council", "Housing solutions officer",
                "North team");
        admin.locator("button:has-text('Disable the account')").click();
        admin.waitForURL(url("/administration/people"));
        leaver.navigate(url("/processes"));
        assertThat(leaver.url()).contains("/sign-in?ended");
        throughTheProvider(leaver, username, OFFICER);
        assertThat(leaver.locator("main").innerText()).contains("You cannot use Threshold yet", "disabled");
        look(leaver, "access-not-admitted-phone");
        leaver.navigate(url("/sign-in/not-admitted?why=TAKEN_HERE"));
        look(leaver, "access-not-admitted-taken-phone");
        noConsoleErrors();
    }

    @Test
    void theScriptWarnsBeforeTheSessionEndsAndKeepsIt() {
        Page page = desktop();
        signIn(page, "analyst");
        page.clock().install();
        page.navigate(url("/processes"));
        page.clock().fastForward("56:00");
        page.locator(".threshold-session").waitFor();
        assertThat(page.locator(".threshold-session").innerText()).contains("You will be signed out in 4 minutes");
        look(page, "access-session-warning");
        page.locator("button:has-text('Stay signed in')").click();
        page.locator(".threshold-session").waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.clock().fastForward("01:01:00");
        page.locator(".threshold-session").waitFor();
        assertThat(page.locator(".threshold-session").innerText()).contains("You have been signed out");
        noConsoleErrors();
    }

    /** From our sign-in page over the provider's and back. */
    private void throughTheProvider(Page page, String who, List<String> roles) {
        page.locator("a:has-text('Sign in with your council account')").click();
        page.waitForURL(address -> address.startsWith(PROVIDER.issuer()));
        page.locator("input[name=username]").fill(who);
        page.locator("textarea[name=claims]").fill(CouncilProvider.claims(who, "Casey Council", roles, NORTH));
        page.locator("input[type=submit]").click();
        page.waitForURL(address -> address.startsWith(url("/")) && !address.contains("/sign-in/return"));
    }

    private static void theSessionIsGone(Page page) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("threshold"));
    }

    private void picture(Page page, String name, boolean scripts) {
        if (scripts) {
            look(page, "access-" + name);
            page.setViewportSize(390, 844);
            look(page, "access-" + name + "-phone");
            page.setViewportSize(1280, 900);
        }
    }
}
