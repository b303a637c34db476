package org.threshold.browser;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** What someone at a public body does on the public page. */
final class Referrer {

    private final Page page;
    private final UnaryOperator<String> url;

    Referrer(Page page, UnaryOperator<String> url) {
        this.page = page;
        this.url = url;
    }

    void open() {
        page.navigate(url.apply("/refer"));
    }

    void fillIn(String familyName, String email, String situation) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        check("#consent");
        check("input[name=consentHow][value=SPOKEN]");
        day("consentOn", today);
        check("#choseThisCouncil");
        page.selectOption("#body", "HOSPITAL");
        page.fill("#referrerName", "Alex Ward");
        page.fill("#referrerEmail", email);
        page.fill("#referrerPhone", "01632 960 001");
        page.fill("#givenName", "Jordan");
        page.fill("#familyName", familyName);
        day("dateOfBirth", LocalDate.of(1991, 3, 7));
        page.fill("#safeContact", "Ring the ward until they are discharged");
        check("input[name=situation][value=" + situation + "]");
        page.fill("#reason", "They cannot go back to the room that they rented before they fell ill");
        day("losesHomeOn", today.plusDays(1));
    }

    void press(String button) {
        page.locator("main button:has-text('" + button + "')").click();
        page.waitForLoadState();
    }

    private void check(String selector) {
        page.locator(selector).check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
    }

    private void day(String name, LocalDate day) {
        page.fill("#" + name + "-day", String.valueOf(day.getDayOfMonth()));
        page.fill("#" + name + "-month", String.valueOf(day.getMonthValue()));
        page.fill("#" + name + "-year", String.valueOf(day.getYear()));
    }
}
