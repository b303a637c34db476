package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;

/** Units, and the match for a household, in a real browser: at a desk and on a phone. */
class UnitPagesLookTest extends BrowserTest {

    @Autowired
    private Placements placements;

    @Test
    void unitsAreReadAndKept() {
        for (Page page : List.of(signIn(desktop(), "senior"), signIn(phone(), "senior"))) {
            page.navigate(url("/units?words=example+lodge"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Example Lodge, room 1")).click();
            String unit = java.net.URI.create(page.url()).getPath();
            for (String path : List.of("/units", "/units?show=table", unit, unit + "/change", unit + "/rate",
                    unit + "/facilities", unit + "/check", unit + "/void", unit + "/withdraw", "/units/checks",
                    "/units/providers", "/units/providers/new", "/units/districts", "/units/districts/E07999002",
                    "/units/schools")) {
                page.navigate(url(path));
                look(page, "unit" + path.replaceAll("[0-9]+", "").replaceAll("[^a-z]+", "-") + width(page));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path).isEqualTo(true);
            }
            page.navigate(url("/units/new"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the unit")).click();
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter the address");
            look(page, "unit-new-mistakes" + width(page));
        }
    }

    @Test
    void theMatchOfAHousehold() {
        for (Page page : List.of(onSitePage(desktop()), onSitePage(phone()))) {
            Desk desk = new Desk(page, this::url);
            String reference = desk.takeApproach("Jordan", "Example" + UUID.randomUUID().toString().replaceAll("[^a-f]", ""), "Nowhere to stay tonight");
            long placement = Acting.as("officer", () -> placements.request(new CaseReference(reference),
                    AccommodationFunction.INTERIM, null).id());
            page.navigate(url("/cases/" + reference + "/placements/" + placement + "/match"));
            assertThat(page.locator("main").innerText()).contains("Suits them");
            look(page, "match" + width(page));
            page.locator("#bedrooms").fill("3");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
            assertThat(page.locator("main").innerText()).contains("1 by the ages recorded");
            look(page, "match-three" + width(page));
            page.navigate(url("/cases/" + reference + "/schools"));
            look(page, "schools" + width(page));
        }
    }

    @Test
    void unitsAreFoundWithoutScript() {
        Page page = signIn(withoutScript(), "officer");
        page.navigate(url("/units"));
        page.locator("#words").fill("placeholder court 5");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show as a table")).click();
        assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
    }

    private Page onSitePage(Page page) {
        onSite(page, "officer");
        return page;
    }

    private static String width(Page page) {
        return "-" + page.viewportSize().width;
    }
}
