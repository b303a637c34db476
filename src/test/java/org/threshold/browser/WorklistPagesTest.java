package org.threshold.browser;

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
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.Worklist;

/** The lists and the step page in a real browser: on a desk and on a phone, with and without script. */
class WorklistPagesTest extends BrowserTest {

    @Autowired CaseRegister register;
    @Autowired StatutoryClocks clocks;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService repository;
    @Autowired Worklist worklist;
    @Autowired StepMoves moves;
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
    void listsAndStepsAreAccessibleOnADeskAndOnAPhone() {
        String late = step("officer2", "Ember", "Pretendham", -3, "TWENTY_FOUR_HOURS", CaseFlag.INTERPRETER);
        step("officer2", "Robin", "Madeupson", 2, "STANDARD", CaseFlag.STEP_FREE);
        as("officer2", () -> moves.claim(late));

        Page desk = signIn(desktop(), "officer2");
        for (String path : List.of("/work", "/work/team", "/work/find", "/steps/" + late, "/steps/" + late + "/hold",
                "/steps/" + late + "/hand-over")) {
            desk.navigate(url(path));
            look(desk, "worklist" + path.replace(late, "step").replace('/', '-'));
        }
        Page pocket = signIn(phone(), "officer2");
        for (String path : List.of("/work/team", "/steps/" + late)) {
            pocket.navigate(url(path));
            look(pocket, "worklist-phone" + path.replace(late, "step").replace('/', '-'));
            assertThat((Integer) pocket.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        }
        Page leader = signIn(desktop(), "leader2");
        for (String path : List.of("/work/overdue", "/work/all", "/work/hand-over")) {
            leader.navigate(url(path));
            look(leader, "worklist-leader" + path.replace('/', '-'));
        }
        leader.getByLabel("Whose steps?").selectOption("officer2");
        leader.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show their steps")).click();
        assertThat(leader.content()).contains("Ember Pretendham");
        look(leader, "worklist-leader-hand-over-steps");
        noConsoleErrors();
    }

    @Test
    void aStepIsWorkedFromTheQueueToTheConfirmationWithoutScript() {
        String id = step("officer2", "Ash", "Notreal", 0, "STANDARD", CaseFlag.SIGHT);
        Page page = signIn(withoutScript(), "officer2");

        page.navigate(url("/work/team"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ask questions for Ash Notreal")).click();
        page.getByLabel("What did they say?").fill("They may stay until Friday");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete this step")).click();
        assertThat(page.getByLabel("What did they say?").inputValue()).isEqualTo("They may stay until Friday");
        page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete this step")).click();

        assertThat(page.url()).endsWith("/work/team");
        assertThat(page.content()).contains("‘Ask questions’ completed for Ash Notreal").contains("Sign off");
        assertThat(as("officer2", () -> worklist.ended(id))).isPresent();
    }

    private String step(String username, String given, String family, int dueInDays, String lane, CaseFlag flag) {
        return as(username, () -> {
            CaseReference reference = register.open(new NewCase("south", Channel.DESK, null,
                    Person.applicant(given, family, LocalDate.of(1991, 4, 2)), List.of(), ContactDetails.none(),
                    java.util.Set.of(), java.util.Set.of(flag), null, "Asked to leave"));
            clocks.start(reference, ClockKind.RELIEF_DUTY, LocalDate.now(clock).minusDays(20));
            runtime.startProcessInstanceByKey("worklist-test", reference.value(), Map.of("team", "south", "lane", lane,
                    "dueAt", Date.from(clock.instant().plus(dueInDays * 24L, ChronoUnit.HOURS))));
            return worklist.openStepsOf(reference).get(0).stepId();
        });
    }

    private static java.io.InputStream resource(String name) {
        return WorklistPagesTest.class.getClassLoader().getResourceAsStream(name);
    }
}
