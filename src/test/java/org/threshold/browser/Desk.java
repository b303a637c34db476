package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What an officer does with the pages, in a browser with or without scripts. */
final class Desk {

    /** Without scripts a page asks its dependent questions one answer later. */
    private static final int MOST_ROUNDS = 6;

    private final Page page;
    private final UnaryOperator<String> url;

    Desk(Page page, UnaryOperator<String> url) {
        this.page = page;
        this.url = url;
    }

    Page page() {
        return page;
    }

    /** Takes an approach at the desk and returns the case's reference. */
    String takeApproach(String givenName, String familyName, String reason) {
        page.navigate(url.apply("/approaches/new"));
        page.fill("#givenName", givenName);
        page.fill("#familyName", familyName);
        page.fill("#born-day", "3");
        page.fill("#born-month", "4");
        page.fill("#born-year", "1990");
        page.fill("#reason", reason);
        page.locator("button.govuk-button:has-text('Continue')").click();
        return referenceOnPage();
    }

    String referenceOnPage() {
        page.waitForURL(address -> address.contains("/cases/"));
        return page.url().replaceAll(".*/cases/([^/?#]+).*", "$1");
    }

    /** Opens the case's step of that name. */
    Desk open(String reference, String step) {
        page.navigate(url.apply("/cases/" + reference));
        page.locator("a[href^='/steps/']:has-text(\"" + step + "\")").first().click();
        page.waitForURL(address -> address.contains("/steps/"));
        return this;
    }

    boolean isOpen(String reference, String step) {
        page.navigate(url.apply("/cases/" + reference));
        return page.locator("a[href^='/steps/']:has-text(\"" + step + "\")").count() > 0;
    }

    /** Answers what the page asks, by key, and completes the step. */
    void complete(Answers answers) {
        answer(answers);
        assertThat(page.locator(".govuk-error-summary").allInnerTexts()).as("errors at %s", page.url()).isEmpty();
    }

    /** Answers and sends; stays on the page when something is wrong. */
    void answer(Answers answers) {
        String here = page.url();
        Map<String, String> left = new LinkedHashMap<>(answers.values());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean wrote = fill(left);
            if (round > 0 && !wrote) {
                return;
            }
            page.locator("button.govuk-button:has-text('Complete this step')").click();
            page.waitForLoadState();
            if (!page.url().equals(here) && !page.url().contains("/steps/")) {
                return;
            }
        }
    }

    private boolean fill(Map<String, String> left) {
        boolean wrote = false;
        for (int pass = 0; pass < MOST_ROUNDS; pass++) {
            List<String> done = new ArrayList<>();
            left.forEach((key, value) -> {
                if (fill(key, value)) {
                    done.add(key);
                }
            });
            done.forEach(left::remove);
            wrote |= !done.isEmpty();
            if (done.isEmpty()) {
                return wrote;
            }
        }
        return wrote;
    }

    private boolean fill(String key, String value) {
        Locator parts = page.locator("[name='" + key + ".day']");
        if (visible(parts)) {
            LocalDate date = LocalDate.parse(value);
            page.locator("[name='" + key + ".day']").fill(String.valueOf(date.getDayOfMonth()));
            page.locator("[name='" + key + ".month']").fill(String.valueOf(date.getMonthValue()));
            page.locator("[name='" + key + ".year']").fill(String.valueOf(date.getYear()));
            return true;
        }
        Locator choice = page.locator("input[name='" + key + "'][value='" + value + "']");
        if (visible(choice)) {
            choice.check(new Locator.CheckOptions().setForce(true));
            return true;
        }
        Locator select = page.locator("select[name='" + key + "']");
        if (visible(select)) {
            select.selectOption(value);
            return true;
        }
        Locator text = page.locator("textarea[name='" + key + "'], input[type=text][name='" + key + "']");
        if (visible(text)) {
            text.fill(value);
            return true;
        }
        return false;
    }

    private static boolean visible(Locator locator) {
        return locator.count() == 1 && locator.isEnabled() && locator.isVisible();
    }
}
