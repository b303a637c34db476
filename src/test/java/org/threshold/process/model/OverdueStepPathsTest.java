package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.OverdueBoard.Escalation;
import org.threshold.worklist.OverdueBoard.Rung;

/** Every path of {@code overdue-step}, beside late steps of the real processes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OverdueStepPathsTest extends ModelTest {

    private static final String LATE = "task_triageApproach";
    private static final List<String> CLIMB = List.of("timer_reminderOver", "timer_overdueUnblockOverdueStep",
            "timer_nextDay", "timer_nextDay");
    private static final List<Rung> RUNGS = List.of(Rung.REMINDED, Rung.TEAM_LEADER, Rung.SERVICE_MANAGER,
            Rung.REPEATED, Rung.REPEATED);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void completedOnAnyRungTheLadderEndsAndTheCaseGoesOn(int rung) {
        CaseReference reference = climbed(rung);
        assertThat(escalation(reference).rung()).isEqualTo(RUNGS.get(rung));

        answer(reference, LATE, FilledForms.noInterim());

        assertLadderEnded(reference);
        assertThat(open(reference)).containsExactly("task_checkIdentityAndEligibility");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void withdrawnOnAnyRungTheCaseTakesItsLadderWithIt(int rung) {
        CaseReference reference = climbed(rung);

        assertThat(withdraw(reference)).isTrue();

        assertLadderEnded(reference);
        assertThat(running(reference)).isFalse();
        assertThat(open(reference)).isEmpty();
    }

    @Test
    void givenMoreTimeAndLateAgainItClimbsAgain() {
        CaseReference reference = climbed(1);

        answerAs(LEADER, reference, "task_unblockOverdueStep", FilledForms.moreTime(today().plusDays(10)));
        assertThat(open(reference)).containsExactly(LATE);
        assertThat(ladders()).extracting(Escalation::stepId).doesNotContain(step(reference, LATE).stepId());

        runOut(reference, "timer_stepDueAgain");
        assertThat(escalation(reference).rung()).isEqualTo(Rung.REMINDED);
        runOut(reference, "timer_reminderOver");
        assertThat(open(reference)).containsExactly(LATE, "task_unblockOverdueStep");
    }

    @Test
    void doneInTheTimeThatWasGivenNothingClimbsAgain() {
        CaseReference reference = climbed(2);
        answerAs(LEADER, reference, "task_unblockOverdueStep", FilledForms.moreTime(today().plusDays(10)));

        answer(reference, LATE, FilledForms.noInterim());

        assertLadderEnded(reference);
        assertThat(timers(reference, "timer_stepDueAgain")).isEmpty();
    }

    @Test
    void aLeaderWhoTakesTheStepOverHoldsIt() {
        CaseReference reference = climbed(3);

        answerAs(LEADER, reference, "task_unblockOverdueStep", FilledForms.takeOver());

        assertThat(step(reference, LATE).owner()).isEqualTo(LEADER);
        assertThat(timers(reference, "timer_nextDay")).as("nothing is repeated any more").isEmpty();
    }

    @Test
    void twoLateStepsOfOneCaseClimbEachForItself() {
        CaseReference reference = approach();
        answer(reference, LATE, FilledForms.homelessTonight());
        late(reference, "task_findUnit");
        late(reference, "task_checkIdentityAndEligibility");
        assertThat(timers(reference, "timer_reminderOver")).hasSize(2);

        answer(reference, "task_findUnit", FilledForms.noPlaceNeeded());

        assertThat(timers(reference, "timer_reminderOver")).hasSize(1);
        assertThat(ladders()).extracting(Escalation::stepId)
                .contains(step(reference, "task_checkIdentityAndEligibility").stepId());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("overdue-step");
    }

    private CaseReference climbed(int rungs) {
        CaseReference reference = approach();
        late(reference, LATE);
        CLIMB.subList(0, rungs).forEach(timer -> runOut(reference, timer));
        return reference;
    }

    private Escalation escalation(CaseReference reference) {
        String step = step(reference, LATE).stepId();
        return ladders().stream().filter(each -> each.stepId().equals(step)).findFirst().orElseThrow();
    }

    private void assertLadderEnded(CaseReference reference) {
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("overdue-step")
                .processInstanceBusinessKey(reference.value()).count()).isZero();
        assertThat(jdbc.sql("select count(*) from overdue_step where case_reference = ? and ended_at is null")
                .param(reference.value()).query(Long.class).single()).isZero();
    }
}
