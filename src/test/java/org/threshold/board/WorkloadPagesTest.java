package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.browser.BrowserTest;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.Worklist;

/** The pages of workload and escalations in a real browser: on a desk, on a phone, and without script. */
class WorkloadPagesTest extends BrowserTest {

    @Autowired CaseRegister register;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService repository;
    @Autowired Worklist worklist;
    @Autowired StepMoves moves;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @BeforeEach
    void deploy() {
        if (repository.createProcessDefinitionQuery().processDefinitionKey("worklist-test").count() == 0) {
            String folder = "bpmn-test/worklist-test/";
            repository.createDeployment().name("worklist-test")
                    .addInputStream("bpmn/worklist-test/worklist-test.bpmn", resource(folder + "worklist-test.bpmn"))
                    .addInputStream("forms/worklist-test/worklist-questions.form",
                            resource(folder + "worklist-questions.form"))
                    .addInputStream("forms/worklist-test/worklist-meeting.form",
                            resource(folder + "worklist-meeting.form")).deploy();
        }
    }

    @Test
    void thePagesAreAccessibleOnADeskAndOnAPhone() {
        String late = step("officer2", -3);
        as("officer2", () -> moves.claim(late));
        climbing(late);
        jdbc.sql("insert into board_alert (measure, team, raised_at, value, highest)"
                + " values ('CLOCKS_SOON', 'south', now(), 31, 40) on conflict do nothing").update();

        Page pocket = signIn(phone(), "leader2");
        Page desk = signIn(desktop(), "leader2");
        for (Page page : List.of(desk, pocket)) {
            String width = page == desk ? "" : "-phone";
            page.navigate(url("/board/workload"));
            look(page, "board-workload" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0);
            assertThat(page.content()).contains("People of South team, by name").doesNotContain("People of North team");
            press(page, "Hand over the steps of Omar Demo");
            look(page, "board-workload-steps" + width);
            page.navigate(url("/board/escalations"));
            assertThat(page.content()).contains("Owner reminded: ").contains("Omar Demo")
                    .contains("Cases with a statutory clock that ends within 14 days, South team: 31");
            look(page, "board-escalations" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0);
        }
        Page manager = signIn(desktop(), "manager");
        manager.navigate(url("/board/workload"));
        assertThat(manager.content()).contains("People of South team, by name")
                .contains("People of North team, by name");
        manager.navigate(url("/board/escalations"));
        look(manager, "board-escalations-manager");
        noConsoleErrors();
    }

    @Test
    void aLeaderRecordsLeaveAndHandsOverWhatStandsOpenWithoutScript() {
        String goes = step("officer2", 5);
        String stays = step("officer2", 6);
        as("officer2", () -> moves.claim(goes));
        as("officer2", () -> moves.claim(stays));
        Page page = signIn(withoutScript(), "leader2");
        page.navigate(url("/board/workload"));

        press(page, "Add");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Select who is away")
                .contains("Enter the first day away");
        page.getByLabel("Who is away?").selectOption("officer2");
        LocalDate today = LocalDate.now(clock);
        page.getByLabel("First day away").fill(today.toString());
        page.getByLabel("Last day away").fill(today.plusDays(4).toString());
        press(page, "Add");
        assertThat(page.content()).contains("Leave of Omar Demo is recorded.").contains("Away until");

        press(page, "Hand over the steps of Omar Demo");
        press(page, "Hand over");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Select whether all steps go")
                .contains("Select who the steps go to").contains("Enter why");
        page.getByLabel("Those that I choose").check();
        page.locator("input[name=step][value='" + goes + "']").check();
        page.locator("input[name=step][value='" + stays + "']").check();
        page.getByLabel("Who do they go to?").selectOption("person:senior2");
        page.getByLabel("Why?").fill("Annual leave");
        as("officer2", () -> moves.release(stays));
        press(page, "Hand over");

        assertThat(page.content()).contains("1 step was handed over.").contains("went back to its team meanwhile.");
        assertThat(as("leader2", () -> worklist.step(goes)).owner()).isEqualTo("senior2");
        page.locator("button:has-text('Take back')").first().click();
        assertThat(page.content()).contains("The leave is taken back.");
    }

    @Test
    void theManagerMovesABoundAndALeaderAcknowledgesAnAlert() {
        jdbc.sql("insert into board_alert (measure, team, raised_at, value, highest)"
                + " values ('UNOWNED_STEPS', 'south', now(), 77, 78) on conflict do nothing").update();
        Page leader = signIn(withoutScript(), "leader2");
        leader.navigate(url("/board/escalations"));
        assertThat(leader.content()).doesNotContain("Change the bounds");
        leader.getByLabel("What do you do about it? (optional) for Steps that nobody holds, South team")
                .fill("Bo helps out");
        press(leader, "I have seen it for Steps that nobody holds, South team");
        assertThat(leader.content()).contains("It is recorded that you have seen the alert.").contains("Bo helps out");

        Page manager = signIn(withoutScript(), "manager");
        manager.navigate(url("/board/escalations"));
        manager.getByLabel("Of which number?").selectOption("INCIDENTS");
        manager.getByLabel("Raised above").fill("3");
        manager.getByLabel("Resolved below").fill("9");
        manager.getByLabel("Days between reminders").fill("1");
        press(manager, "Change");
        assertThat(manager.locator(".govuk-error-summary").innerText()).contains("It must be resolved below");
        manager.getByLabel("Resolved below").fill("1");
        press(manager, "Change");
        assertThat(manager.content()).contains("The bounds of ‘Incidents’ are changed.");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
        page.waitForLoadState();
    }

    private String step(String officer, int dueInDays) {
        CaseReference reference = as(officer, () -> register.open(NewCase.atTheDesk("south",
                Person.applicant("Ember", "Pretendham", LocalDate.of(1988, 3, 2)), "Asked to leave")));
        as(officer, () -> runtime.startProcessInstanceByKey("worklist-test", reference.value(), Map.of("team", "south",
                "lane", "STANDARD", "dueAt", Date.from(clock.instant().plus(dueInDays, ChronoUnit.DAYS)))));
        return as(officer, () -> worklist.openStepsOf(reference)).get(0).stepId();
    }

    /** The test's small process has no ladder of its own. */
    private void climbing(String step) {
        jdbc.sql("""
                insert into overdue_step (id, step_id, case_reference, process_key, element_id, step_name, team, owner,
                    due_at, raised_at, rung, rung_at)
                select gen_random_uuid(), step_id, case_reference, process_key, element_id, name, team, owner, due_at,
                    due_at, 'REMINDED', due_at from worklist_step where step_id = ?""").param(step).update();
    }

    private static java.io.InputStream resource(String name) {
        return WorkloadPagesTest.class.getClassLoader().getResourceAsStream(name);
    }
}
