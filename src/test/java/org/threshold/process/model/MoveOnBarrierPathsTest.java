package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.Barrier;
import org.threshold.moveon.BarrierKind;
import org.threshold.moveon.BarrierRow;
import org.threshold.moveon.Barriers;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.MovingOn;
import org.threshold.moveon.NotPossible;

/** Every path of {@code move-on-barrier}: whose a barrier is, and how it is chased until it is gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MoveOnBarrierPathsTest extends ModelTest {

    private static final String MINE = Barriers.OFFICER + OFFICER;
    private static final String TEAMS = Barriers.TEAM + TEAM;

    @Autowired
    private MoveOns moveOns;
    @Autowired
    private Barriers barriers;
    @Autowired
    private MovingOn movingOn;

    @Test
    void aBarrierOfTheReadinessFormIsChasedFromItsDayUntilItIsGone() {
        CaseReference reference = started();
        LocalDate due = today().plusDays(10);
        assertThat(send(OFFICER, reference, "task_recordReadiness", MoveOnForms.withBarrier("ARREARS", MINE, today())))
                .containsExactly("The day must be in the future");
        answer(reference, "task_recordReadiness", MoveOnForms.withBarrier("ARREARS", MINE, due));
        assertThat(only(reference)).matches(each -> each.owner().equals(OFFICER) && each.dueOn().equals(due));

        runOut(reference, "timer_barrierDue");
        assertThat(today()).isEqualTo(due);
        lateThenAnswered(reference, "task_chaseBarrier", MoveOnForms.stands(TEAMS, due.plusDays(20)));
        assertThat(only(reference)).matches(each -> each.owner() == null && each.team().equals(TEAM) && each.chased() == 1);
        runOut(reference, "timer_barrierDue");
        answer(reference, "task_chaseBarrier", MoveOnForms.gone());

        assertThat(only(reference).resolvedHow()).isEqualTo("Paid off");
        assertThat(open(reference)).doesNotContain("task_chaseBarrier");
    }

    @Test
    void whatIsGoneBeforeItsDayIsNotChased() {
        CaseReference reference = started();
        long barrier = add(reference, BarrierKind.NO_DEPOSIT, today().plusDays(5));
        barriers.resolve(reference, barrier, "The council gives it");
        follow(reference);
        assertThat(timers(reference, "timer_barrierDue")).isEmpty();
        assertThatThrownBy(() -> barriers.resolve(reference, barrier, "Again")).isInstanceOf(NotPossible.class);
    }

    @Test
    void whatIsGoneWhileSomebodyChasesItEndsTheStep() {
        CaseReference reference = started();
        long barrier = add(reference, BarrierKind.NO_IDENTITY, today().plusDays(2));
        runOut(reference, "timer_barrierDue");
        assertThat(open(reference)).contains("task_chaseBarrier");
        barriers.resolve(reference, barrier, "The passport came");
        follow(reference);
        assertThat(open(reference)).doesNotContain("task_chaseBarrier");
    }

    @Test
    void barriersAreCountedByKindAndOverdueOnesStandOut() {
        CaseReference reference = started();
        Map<BarrierKind, BarrierRow.Count> before = movingOn.counts();
        add(reference, BarrierKind.IMMIGRATION_PENDING, today().plusDays(1));
        clock.freeze(clock.instant().plus(Duration.ofDays(3)));
        Map<BarrierKind, BarrierRow.Count> after = movingOn.counts();
        assertThat(standing(after) - standing(before)).isEqualTo(1);
        assertThat(movingOn.barriers(BarrierKind.IMMIGRATION_PENDING.name()))
                .filteredOn(row -> row.caseReference().equals(reference.value())).singleElement()
                .matches(row -> row.overdue(today()));
        assertThat(asLeader(() -> movingOn.households(MovingOn.NONE)))
                .filteredOn(row -> row.caseReference().equals(reference.value())).singleElement()
                .matches(row -> row.barriersOverdue() == 1 && row.begun());
    }

    private <T> T asLeader(Supplier<T> work) {
        signIn(LEADER);
        T found = work.get();
        signIn(OFFICER);
        return found;
    }

    private static int standing(Map<BarrierKind, BarrierRow.Count> counts) {
        BarrierRow.Count count = counts.get(BarrierKind.IMMIGRATION_PENDING);
        return count == null ? 0 : count.standing();
    }

    @Test
    void onlyWhoMayKnowOfTheCaseCanBeAsked() {
        CaseReference reference = started();
        assertThat(barriers.owners(reference, TEAM)).containsKeys(MINE, TEAMS);
        assertThat(barriers.owner(reference, TEAM, "officer:nobody")).isNull();
        assertThat(barriers.owner(reference, TEAM, "team:nowhere")).isNull();
        assertThat(barriers.owner(reference, TEAM, TEAMS)).isEqualTo(new Barrier.Owner(TEAM, null));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("move-on-barrier");
    }

    private long add(CaseReference reference, BarrierKind kind, LocalDate due) {
        return barriers.add(reference, new Barrier.New(kind, "In the way", new Barrier.Owner(TEAM, OFFICER), due));
    }

    private Barrier only(CaseReference reference) {
        List<Barrier> all = barriers.of(moveOns.running(reference).orElseThrow());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private CaseReference started() {
        CaseReference reference = inMainDuty();
        if (moveOns.running(reference).isEmpty()) {
            moveOns.start(reference);
        }
        return reference;
    }
}
