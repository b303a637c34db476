package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Letters;

/** A household moves to a safe address: recorded, asked about, and looked at again when a letter leaves the house. */
class SafeAddressJourneyTest extends BrowserTest {

    @Autowired
    private Letters letters;

    @Test
    void aSafeAddressIsRecordedAndLettersFollowIt() {
        Page desktop = signIn(desktop(), "officer");
        Page phone = signIn(phone(), "officer");
        String first = journey(desktop, "desktop-");
        String second = journey(phone, "phone-");
        noConsoleErrors();
        inAStep(desktop, "desktop-", first);
        inAStep(phone, "phone-", second);
    }

    private String journey(Page page, String size) {
        Desk desk = onSite(page);
        String reference = desk.takeApproach("Morgan", family(page), "Left a violent partner");
        String base = "/cases/" + reference;

        page.navigate(url(base + "/notes"));
        page.locator("#text").fill("She is at 14 Refuge Street, Exampleton now. New number 07700 900555.");
        page.locator("button:has-text('Add note')").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("14 Refuge Street", "07700 900555");
        assertThat(page.locator("#text").inputValue()).contains("She is at 14 Refuge Street");
        look(page, size + "note-with-an-address");

        page.navigate(url(base + "/address"));
        look(page, size + "record-address");
        page.locator("main form button.govuk-button").click();
        look(page, size + "record-address-mistakes");
        page.getByLabel("Where they stay, or live").check();
        page.getByLabel("To this address").check();
        page.getByLabel("Yes, they say that it is safe").check();
        page.locator("#lines").fill("1 Old Home Road\nExampleton");
        page.locator("#postcode").fill("AA1 1AA");
        page.locator("main form button.govuk-button").click();
        assertThat(page.locator("main").innerText()).contains("Letters go to 1 Old Home Road, Exampleton, AA1 1AA");

        letter(reference);
        page.navigate(url(base + "/letters"));
        assertThat(page.locator("main").innerText()).contains("Not recorded");
        page.locator("a:has-text('Send it')").first().click();
        look(page, size + "send-letter");
        String letter = page.url();

        page.navigate(url(base + "/address"));
        page.getByLabel("An address for letters only, such as a safe address").check();
        assertThat(page.getByText("They stay there: where do letters go from then on?").isVisible()).isFalse();
        page.getByLabel("Yes, they say that it is safe").check();
        page.locator("#lines").fill("PO Box 14\nExampleton");
        page.locator("#remark").fill("Plain envelopes only");
        page.locator("main form button.govuk-button").click();
        look(page, size + "people-and-contact");

        page.navigate(letter);
        look(page, size + "send-letter-stopped");
        page.locator("button:has-text('Make the letter again')").click();
        assertThat(page.locator("main").innerText()).contains("Post it to PO Box 14, Exampleton");
        page.getByLabel("Posted to PO Box 14, Exampleton").check();
        look(page, size + "send-letter-again");
        page.locator("button:has-text('Record it')").click();
        look(page, size + "letters-sent");

        page.navigate(url(base + "/contact-only-by"));
        page.locator("#method").selectOption("TEXT");
        page.locator("#onlyBy").check();
        page.locator("#safeWhen").fill("Weekdays 9 to 3");
        look(page, size + "contact-only-by");
        page.locator("main form button.govuk-button").click();
        page.navigate(url(base + "/do-not-write"));
        look(page, size + "do-not-write");
        page.locator("#why").fill("His sister opens the post");
        page.locator("main form button.govuk-button").click();
        page.navigate(url(base + "/do-not-write"));
        look(page, size + "allow-post");
        page.navigate(url(base + "/number"));
        look(page, size + "record-number");
        page.navigate(url(base));
        look(page, size + "case-contact-only-by");
        page.navigate(url(base + "/people"));
        page.locator("a:has-text('Change'):has-text('For letters only')").first().click();
        look(page, size + "contact-point");
        page.getByLabel("Not safe: do not use it").check();
        page.locator("#why").fill("He collects post there too");
        page.locator("button:has-text('Save')").first().click();
        page.locator("details.govuk-details summary").first().click();
        look(page, size + "people-do-not-write");
        return reference;
    }

    /** Free text in a step asks the same question. */
    private void inAStep(Page page, String size, String reference) {
        new Desk(page, this::url).open(reference, "Triage the approach").answer(Answers.noInterim().with("whyNoInterim",
                "She can stay with her mother, 27 Mill Lane"));
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("27 Mill Lane");
        look(page, size + "step-asked");
        page.getByLabel("It is not theirs: keep the answers as they are").check();
        page.locator("button:has-text('Complete this step')").click();
        page.waitForURL(address -> !address.contains("/steps/"));
    }

    private void letter(String reference) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated("officer",
                null, AuthorityUtils.NO_AUTHORITIES));
        letters.issue(new CaseReference(reference), "advice-given", Map.of("advice", "Ask the landlord"),
                "safe-" + reference);
        SecurityContextHolder.clearContext();
    }

    private static String family(Page page) {
        return "Safely" + Integer.toString(System.identityHashCode(page), 26).replaceAll("[0-9]", "x");
    }
}
