package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threshold.browser.BrowserTest;

/** The pages of this room and of the demonstration, in a browser: nothing for axe to say, nothing wider than a phone. */
class AccessPagesTest extends BrowserTest {

    @Test
    void signingInIsReadableAndSoIsAMistake() {
        Page page = phone();
        page.navigate(url("/sign-in"));
        look(page, "access-sign-in");
        page.getByLabel("Username").fill("officer");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("wrong");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.contains("wrong"));
        assertThat(page.title()).startsWith("Error: ");
        look(page, "access-sign-in-wrong");
        fits(page);
        noConsoleErrors();
    }

    @Test
    void caseworkersSayWhereTheyWork() {
        Page page = signIn(phone(), "remote");
        page.navigate(url("/presence"));
        look(page, "access-presence");
        fits(page);
        page.getByLabel("Remotely").check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("header").innerText()).contains("Remote today");
        for (Page person : List.of(signIn(phone(), "leader"), signIn(desktop(), "leader"))) {
            person.navigate(url("/presence/rota"));
            look(person, "access-rota-" + person.viewportSize().width);
            fits(person);
        }
        noConsoleErrors();
    }

    @Test
    void administratorsManagePeopleTeamsAndTheDate() {
        Page page = signIn(desktop(), "admin");
        for (String path : List.of("/administration/people", "/administration/people/new",
                "/administration/people/officer", "/administration/teams/north", "/administration/teams/new",
                "/password", "/demonstration/date")) {
            page.setViewportSize(1280, 900);
            page.navigate(url(path));
            look(page, "access" + path.replace('/', '-'));
            page.setViewportSize(390, 844);
            look(page, "access" + path.replace('/', '-') + "-phone");
            fits(page);
        }
        page.navigate(url("/administration/people/new"));
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter a username");
        look(page, "access-person-error");
        page.locator(".govuk-error-summary a").first().click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("username");
        noConsoleErrors();
    }

    private static void fits(Page page) {
        assertThat((Boolean) page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no sideways scrolling on " + page.url()).isTrue();
    }
}
