package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.AccessAlert;
import org.threshold.access.AccessAlerts;
import org.threshold.access.EmergencyAccess;
import org.threshold.access.NoSuchCase;
import org.threshold.access.Presence;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.OverdueBoard;
import org.threshold.worklist.OverdueBoard.Escalation;
import org.threshold.worklist.OverdueBoard.Rung;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.Worklist;

/** The ladder of a late step, on the real model of {@code overdue-step}. */
class LadderTest extends ProcessTest {

    @Autowired
    private OverdueBoard board;
    @Autowired
    private Presence presence;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private AccessAlerts alerts;
    @Autowired
    private EmergencyAccess emergencies;
    @Autowired
    private Worklist worklist;
    @Autowired
    private List<StepHandler> handlers;

    @Test
    void aStepThatIsLateIsOnTheBoardAndItsOwnerIsReminded() {
        CaseReference reference = late();

        assertThat(escalation(reference).rung()).isEqualTo(Rung.REMINDED);
        assertThat(escalation(reference).since()).isEqualTo(clock.instant());
        assertThat(escalation(reference).stepId()).isEqualTo(task(reference, "task_first").getId());
        assertThat(timers(reference, "timer_reminderOver")).hasSize(1);
    }

    @Test
    void anIgnoredStepClimbsToTheTeamLeaderTheServiceManagerAndTheDailyBoard() {
        CaseReference reference = late();

        fire(reference, "timer_reminderOver");
        assertThat(escalation(reference).rung()).isEqualTo(Rung.TEAM_LEADER);
        assertThat(unblockStep(reference).role()).isEqualTo("TEAM_LEADER");

        fire(reference, "timer_overdueUnblockOverdueStep");
        assertThat(escalation(reference).rung()).isEqualTo(Rung.SERVICE_MANAGER);

        fire(reference, "timer_nextDay");
        assertThat(escalation(reference).rung()).isEqualTo(Rung.REPEATED);
        fire(reference, "timer_nextDay");
        assertThat(repeats(reference)).isEqualTo(2);
        assertThat(timers(reference, "timer_nextDay")).as("goes on until somebody acts").hasSize(1);
    }

    @Test
    void completedAfterTheReminderTheLadderEndsWithTheStep() {
        CaseReference reference = late();

        complete(task(reference, "task_first"));

        assertLadderEnded(reference);
        assertThat(tasksOf(reference)).extracting(Task::getTaskDefinitionKey).containsExactly("task_second");
    }

    @Test
    void completedWhileTheTeamLeaderIsAskedTheLeadersStepGoesAway() {
        CaseReference reference = late();
        fire(reference, "timer_reminderOver");

        complete(task(reference, "task_first"));

        assertLadderEnded(reference);
        assertThat(worklist.openStepsOf(reference)).extracting(OpenStep::elementId).containsExactly("task_second");
    }

    @Test
    void completedAfterTheServiceManagerWasToldTheLadderEnds() {
        CaseReference reference = late();
        fire(reference, "timer_reminderOver");
        fire(reference, "timer_overdueUnblockOverdueStep");

        complete(task(reference, "task_first"));

        assertLadderEnded(reference);
        assertThat(worklist.openStepsOf(reference)).extracting(OpenStep::elementId).containsExactly("task_second");
    }

    @Test
    void completedWhileRepeatedDailyTheLadderEnds() {
        CaseReference reference = late();
        fire(reference, "timer_reminderOver");
        fire(reference, "timer_overdueUnblockOverdueStep");
        fire(reference, "timer_nextDay");

        complete(task(reference, "task_first"));

        assertLadderEnded(reference);
        assertThat(timers(reference, "timer_nextDay")).isEmpty();
    }

    @Test
    void theLastStepOfACaseEndsLateAndTheCaseEndsWithIt() {
        CaseReference reference = start("test-two-steps");
        complete(task(reference, "task_first"));
        fire(reference, "timer_overdueSecond");

        complete(task(reference, "task_second"));

        assertLadderEnded(reference);
        assertThat(running(reference)).isFalse();
    }

    @Test
    void aCaseThatIsWithdrawnTakesItsLadderWithIt() {
        CaseReference reference = late();
        fire(reference, "timer_reminderOver");

        runtime.createMessageCorrelation("threshold.test.withdrawn")
                .processInstanceBusinessKey(reference.value()).correlate();

        assertThat(running(reference)).isFalse();
        assertLadderEnded(reference);
        assertThat(worklist.openStepsOf(reference)).isEmpty();
    }

    @Test
    void twoCopiesOfOneStepThatAreLateAtOnceAreToldApart() {
        CaseReference reference = start("test-twin-steps");
        for (Job timer : timers(reference, "timer_overdueTwin")) {
            fire(timer);
        }
        Set<String> twins = tasksOf(reference).stream().map(Task::getId).collect(Collectors.toSet());
        assertThat(twins).hasSize(2);
        assertThat(escalations(reference)).extracting(Escalation::stepId).containsExactlyInAnyOrderElementsOf(twins);

        Task one = tasksOf(reference).get(0);
        complete(one);

        assertThat(escalations(reference)).extracting(Escalation::stepId).doesNotContain(one.getId()).hasSize(1);
        assertThat(timers(reference, "timer_reminderOver")).as("the other's ladder goes on").hasSize(1);
        complete(tasksOf(reference).get(0));
        assertThat(running(reference)).isFalse();
        assertLadderEnded(reference);
    }

    @Test
    void moreTimeMovesTheStepAndTheLadderRestsUntilThen() {
        CaseReference reference = late();
        fire(reference, "timer_reminderOver");
        LocalDate newDay = LocalDate.now(clock).plusDays(10);

        unblock(reference, Map.of("unblockAction", "EXTEND", "cause", "WAITING_FOR_APPLICANT", "newDate", newDay,
                "reason", "Documents are on their way"));

        Task late = task(reference, "task_first");
        assertThat(late.getDueDate().toInstant().atZone(clock.getZone()).toLocalDate())
                .isIn(newDay, newDay.plusDays(1));
        assertThat(worklist.step(late.getId()).dueAt()).isEqualTo(late.getDueDate().toInstant());
        assertThat(timer(reference, "timer_stepDueAgain").getDuedate()).isEqualTo(late.getDueDate());
        assertThat(escalations(reference)).as("not late at the moment").isEmpty();
        assertThat(cause(reference)).isEqualTo("WAITING_FOR_APPLICANT");

        fire(reference, "timer_stepDueAgain");
        assertThat(escalation(reference).rung()).as("late again").isEqualTo(Rung.REMINDED);
        complete(task(reference, "task_first"));
        assertLadderEnded(reference);
    }

    @Test
    void anotherOfficerGetsTheStepAndAFairTimeForIt() {
        CaseReference reference = secondStepLate();
        fire(reference, "timer_reminderOver");

        unblock(reference, Map.of("unblockAction", "REASSIGN", "cause", "OFFICER_AWAY", "newOwner", COLLEAGUE));

        assertThat(task(reference, "task_second").getAssignee()).isEqualTo(COLLEAGUE);
        assertThat(timer(reference, "timer_stepDueAgain").getDuedate().toInstant())
                .isAfter(clock.instant().plus(1, ChronoUnit.HOURS));
        assertThat(escalations(reference)).as("still late").hasSize(1);
    }

    @Test
    void theLeaderTakesTheStepOver() {
        CaseReference reference = secondStepLate();
        fire(reference, "timer_reminderOver");

        unblock(reference, Map.of("unblockAction", "TAKE_OVER", "cause", "COMPLEX"));

        assertThat(task(reference, "task_second").getAssignee()).isEqualTo(LEADER);
    }

    @Test
    void aStepInPersonIsGivenOnlyToSomeoneOnSite() {
        CaseReference reference = late();
        fire(reference, "timer_reminderOver");
        signIn(COLLEAGUE);
        presence.declareToday(null);
        signIn(LEADER);
        presence.declareToday(null);
        StepContext step = context(unblockStep(reference));

        assertThat(handler().check(step, Map.of("unblockAction", "REASSIGN", "newOwner", COLLEAGUE)))
                .singleElement().satisfies(error -> {
                    assertThat(error.key()).isEqualTo("newOwner");
                    assertThat(error.message()).contains("Robin Example", "in person");
                });
        assertThat(handler().check(step, Map.of("unblockAction", "TAKE_OVER"))).extracting(FieldError::key)
                .containsExactly("unblockAction");
    }

    @Test
    @SuppressWarnings("unchecked")
    void thoseWhoCouldTakeTheStepAreOffered() {
        CaseReference reference = secondStepLate();
        fire(reference, "timer_reminderOver");
        steps.assign(task(reference, "task_second").getId(), COLLEAGUE);
        signIn(LEADER);

        Map<String, Object> facts = handler().facts(context(unblockStep(reference)));

        assertThat(((Map<String, Map<String, String>>) facts.get("options")).get("owners"))
                .containsKeys(OFFICER, LEADER).doesNotContainKey(COLLEAGUE);
        assertThat((Map<String, Object>) facts.get("beside")).containsEntry("Late step", "Second step")
                .containsEntry("Held by", "Robin Example");
    }

    /** Its team's leader may not see the case; its manager works in another team, and is told and decides. */
    @Test
    @SuppressWarnings("unchecked")
    void aLateStepOfARestrictedCaseComesToItsManager() {
        CaseReference reference = secondStepLate();
        signIn(OFFICER);
        restricted.restrict(reference, RestrictionKind.OTHER, "A relative", "leader2", List.of(OFFICER));

        fire(reference, "timer_reminderOver");

        signIn("leader2");
        assertThat(alerts.mine()).filteredOn(alert -> alert.caseReference().equals(reference.value())
                && alert.kind() == AccessAlert.Kind.WORK_IS_LATE).singleElement()
                .satisfies(alert -> assertThat(alert.about()).isEqualTo("Second step"));
        Map<String, Object> facts = handler().facts(context(unblockStep(reference)));
        assertThat(((Map<String, Map<String, String>>) facts.get("options")).get("owners").keySet())
                .contains("leader2").isSubsetOf(OFFICER, "leader2");
        signIn(LEADER);
        assertThatThrownBy(() -> escalations(reference)).isInstanceOf(NoSuchCase.class);
        emergencies.open(reference.value(), "The hotel rings");
        assertThat(handler().check(context(unblockStep(reference)), Map.of("unblockAction", "TAKE_OVER")))
                .extracting(FieldError::message).singleElement().asString().contains("opened the case in an emergency");
    }

    @Test
    void moreTimeMustBeLaterThanItWas() {
        CaseReference reference = late();
        fire(reference, "timer_reminderOver");
        signIn(LEADER);

        assertThat(handler().check(context(unblockStep(reference)), Map.of("unblockAction", "EXTEND", "newDate",
                LocalDate.of(2027, 2, 1)))).extracting(FieldError::key).containsExactly("newDate");
    }

    @Test
    void aSupervisorsNewDateEndsTheLadderAndSetsTheTimerAgain() {
        CaseReference reference = late();
        Task late = task(reference, "task_first");

        transaction.executeWithoutResult(
                status -> steps.changeDue(late.getId(), clock.instant().plus(5, ChronoUnit.DAYS)));

        assertLadderEnded(reference);
        assertThat(timer(reference, "timer_overdueFirst").getDuedate().toInstant())
                .isEqualTo(clock.instant().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES));
        fire(reference, "timer_overdueFirst");
        assertThat(escalations(reference)).hasSize(1);
    }

    private CaseReference late() {
        CaseReference reference = start("test-two-steps");
        fire(reference, "timer_overdueFirst");
        return reference;
    }

    private CaseReference secondStepLate() {
        CaseReference reference = start("test-two-steps");
        complete(task(reference, "task_first"));
        fire(reference, "timer_overdueSecond");
        return reference;
    }

    private void unblock(CaseReference reference, Map<String, Object> answers) {
        signIn(LEADER);
        OpenStep step = unblockStep(reference);
        transaction.executeWithoutResult(
                status -> steps.complete(step.stepId(), handler().record(context(step), answers)));
    }

    private StepHandler handler() {
        return handlers.stream().filter(each -> each.formKey().equals("unblock-overdue-step")).findFirst()
                .orElseThrow();
    }

    private static StepContext context(OpenStep step) {
        return step.context();
    }

    private OpenStep unblockStep(CaseReference reference) {
        return worklist.openStepsOf(reference).stream()
                .filter(step -> step.elementId().equals("task_unblockOverdueStep")).findFirst().orElseThrow();
    }

    private List<Escalation> escalations(CaseReference reference) {
        Set<String> steps = worklist.openStepsOf(reference).stream().map(OpenStep::stepId).collect(Collectors.toSet());
        return asService(() -> board.escalationsOf(Set.of(TEAM))).stream().filter(each -> steps.contains(each.stepId()))
                .sorted(Comparator.comparing(Escalation::since)).toList();
    }

    private Escalation escalation(CaseReference reference) {
        List<Escalation> all = escalations(reference);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void assertLadderEnded(CaseReference reference) {
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("overdue-step")
                .processInstanceBusinessKey(reference.value()).count()).as("ladders that run").isZero();
        assertThat(jdbc.sql("select count(*) from overdue_step where case_reference = ? and ended_at is null")
                .param(reference.value()).query(Long.class).single()).as("overdue rows still open").isZero();
    }

    private int repeats(CaseReference reference) {
        return jdbc.sql("select repeats from overdue_step where case_reference = ?").param(reference.value())
                .query(Integer.class).single();
    }

    private String cause(CaseReference reference) {
        return jdbc.sql("select cause from overdue_step where case_reference = ?").param(reference.value())
                .query(String.class).single();
    }
}
