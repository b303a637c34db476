package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.Acting;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Presence;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.board.Targets;
import org.threshold.board.TileMeasure;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** From a number on the board to a step in other hands, in three clicks; and what happens when something is missing. */
class BoardNowJourneyTest extends BrowserTest {

    @Autowired
    private Approaches approaches;
    @Autowired
    private Homes homes;
    @Autowired
    private UnitRegister register;
    @Autowired
    private Providers providers;
    @Autowired
    private Presence presence;
    @Autowired
    private Targets targets;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    /** In the dearest home of all, so that it stands on the first page. */
    private CaseReference inANightlyLet() {
        CaseReference reference = Acting.as("officer", () -> approaches.take(new NewApproach(NewCase.atTheDesk("north",
                Person.applicant("Jordan", "Clickway", LocalDate.of(1990, 5, 17)), "Asked to leave"))));
        String name = "Dear Court " + UUID.randomUUID().toString().substring(0, 8);
        long unit = current.asService(() -> register.add(new UnitDetails(name, "1 Example Street", "AA1 1AA",
                "E07999001", providers.add(name, null, null), Unit.Kind.NIGHTLY_PAID, 1, 6, false, null, null),
                Homes.FLAT, new Rate(Rate.Per.NIGHT, 99_900, 0)));
        homes.moveIn(reference, unit, LocalDate.now(clock).minusDays(3), null);
        return reference;
    }

    private String ownerOf(String step) {
        return jdbc.sql("select coalesce(owner, '') from worklist_step where step_id = ?").param(step)
                .query(String.class).single();
    }

    private static Locator row(Page page, CaseReference reference) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(reference.value()));
    }

    @Test
    void threeClicksFromTheNumberToAReassignedStep() {
        CaseReference reference = inANightlyLet();
        Acting.as("senior", () -> presence.declareToday("North Office"));
        Acting.as("manager", () -> targets.set(TileMeasure.NIGHTLY, 35L, "manager", LocalDate.now(clock), null,
                "Plan to end nightly lets"));
        Page page = signIn(desktop(), "leader");
        page.navigate(url("/board/now"));
        look(page, "board-now-desktop");
        assertThat(page.locator(".board-tile", new Page.LocatorOptions().setHasText("Nightly lets")).first().innerText())
                .contains("Target 35", "Smaller is better");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nightly lets").setExact(true)).click();
        look(page, "board-now-list-desktop");
        Locator reassign = row(page, reference).locator("a", new Locator.LocatorOptions().setHasText("Reassign"));
        String step = reassign.getAttribute("href").replaceAll(".*/steps/([^?]+).*", "$1");
        assertThat(ownerOf(step)).isNotEqualTo("senior");
        reassign.click();
        look(page, "board-now-step-desktop");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give to Sandra Demo")).click();

        assertThat(ownerOf(step)).isEqualTo("senior");
        assertThat(page.locator(".govuk-notification-banner").innerText()).contains("went to Sandra Demo");
        assertThat(row(page, reference).innerText()).contains("Sandra Demo");
        noConsoleErrors();
    }

    @Test
    void whatIsTypedStaysWhenSomethingIsMissingAndManyAreRemindedAtOnce() {
        CaseReference reference = inANightlyLet();
        String step = jdbc.sql("select step_id from worklist_step where case_reference = ? order by due_at, step_id"
                + " limit 1").param(reference.value()).query(String.class).single();
        Page page = signIn(withoutScript(), "leader");
        page.navigate(url("/board/now/nightly"));
        page.locator("#why").fill("How far is the move?");
        page.locator("button:has-text('Do this')").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Select the steps",
                "Select what to do with the steps");
        assertThat(page.locator("#why").inputValue()).isEqualTo("How far is the move?");

        page.locator("input[name=step][value='" + step + "']").check();
        page.locator("#act-remind").check();
        page.locator("button:has-text('Do this')").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).as("of a step that nobody holds")
                .contains("Nobody holds this step");
        assertThat(page.locator("#why").inputValue()).isEqualTo("How far is the move?");
        assertThat(page.locator("input[name=step]:checked").count()).isEqualTo(1);

        page.locator("#act").check();
        page.locator("#to").selectOption("officer");
        Acting.as("officer", () -> presence.declareToday("North Office"));
        page.locator("button:has-text('Do this')").click();
        assertThat(page.locator(".govuk-notification-banner").innerText()).contains("1 step given to Olive Demo");
        page.navigate(url("/board/now/nightly/steps/" + step));
        page.locator("#why").fill("How far is the move?");
        page.locator("button:has-text('Remind')").click();
        assertThat(page.locator(".govuk-notification-banner").innerText()).contains("Olive Demo was reminded");
        page.navigate(url("/steps/" + step));
        assertThat(page.locator("main").innerText()).contains("How far is the move?");
        page.navigate(url("/board/now/nightly/steps/" + step));
        page.locator("#day").fill(LocalDate.now(clock).plusDays(60).toString());
        page.locator("button:has-text('Give more time')").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter the reason");
        assertThat(page.locator("#day").inputValue()).isEqualTo(LocalDate.now(clock).plusDays(60).toString());
    }

    @Test
    void targetsAreSetByManagersAndReadByLeaders() {
        Page page = signIn(desktop(), "manager");
        page.navigate(url("/board/targets?measure=arrears"));
        page.locator("#value").fill("many");
        page.locator("button:has-text('Set the target')").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter the target: in pounds", "Enter why");
        page.locator("#value").fill("£120,000");
        page.locator("#why").fill("Budget of the year");
        page.locator("button:has-text('Set the target')").click();
        assertThat(page.locator(".govuk-notification-banner").innerText()).contains("target £120,000");
        look(page, "board-targets-desktop");
        Page leader = signIn(phone(), "leader");
        for (String path : List.of("now", "now/nightly", "now/families-in-bed-and-breakfast", "now/overdue", "targets")) {
            leader.navigate(url("/board/" + path));
            look(leader, "board-" + path.replace('/', '-') + "-phone");
            assertThat((Boolean) leader.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path)
                    .isTrue();
        }
        assertThat(leader.locator("#set-heading").count()).isZero();
    }
}
