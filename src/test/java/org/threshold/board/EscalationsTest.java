package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.board.Escalations.Late;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.OverdueBoard.Rung;

/** Late steps as they climb a real ladder: on which rung, whose move it is, and where they make it. */
class EscalationsTest extends WorkloadFixture {

    @Autowired private Escalations escalations;
    @Autowired private RestrictedCases restricted;

    @Test
    void aLateStepStandsOnItsRungWithWhoeverActsNext() {
        CaseReference late = late();
        String step = task(late, "task_first").getId();

        assertThat(on(Rung.REMINDED, late)).hasValueSatisfying(each -> {
            assertThat(each.nextMove()).isEqualTo("Nobody yet: " + crew.name() + " takes it");
            assertThat(each.act()).isEqualTo("/steps/" + step);
            assertThat(each.holder()).isNull();
        });

        fire(late, "timer_reminderOver");
        assertThat(on(Rung.REMINDED, late)).isEmpty();
        assertThat(on(Rung.TEAM_LEADER, late)).hasValueSatisfying(each -> {
            assertThat(each.nextMove()).isEqualTo("Lee of " + crew.team() + ", team leader");
            assertThat(each.act()).isEqualTo("/steps/" + task(late, "task_unblockOverdueStep").getId());
            assertThat(each.stepId()).isEqualTo(step);
        });

        fire(late, "timer_overdueUnblockOverdueStep");
        assertThat(on(Rung.SERVICE_MANAGER, late).orElseThrow().nextMove()).isEqualTo("The service manager");
    }

    @Test
    void leadersSeeTheirTeamsAndTheServiceManagerAll() {
        CaseReference late = late();
        Crew other = newCrew();

        assertThat(Acting.as(other.leader(), () -> on(Rung.REMINDED, late))).isEmpty();
        assertThat(Acting.as("manager", () -> count(Rung.REMINDED))).isPositive();
        assertThat(count(Rung.REMINDED)).isEqualTo(1);
    }

    @Test
    void aHiddenCaseIsNeitherShownNorCounted() {
        CaseReference late = late();
        Acting.as("manager", () -> restricted.restrict(late, RestrictionKind.OTHER, "A relative works here", "manager",
                List.of()));

        assertThat(count(Rung.REMINDED)).isZero();
        assertThat(on(Rung.REMINDED, late)).isEmpty();
    }

    private CaseReference late() {
        deploy("test-two-steps");
        CaseReference reference = newCase(crew);
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey("test-two-steps",
                reference.value(), Map.of("team", crew.team(), "lane", "STANDARD")));
        fire(reference, "timer_overdueFirst");
        return reference;
    }

    private Optional<Late> on(Rung rung, CaseReference reference) {
        return escalations.byRung().stream().filter(each -> each.rung() == rung).flatMap(each -> each.steps().stream())
                .filter(each -> each.caseReference().equals(reference.value())).findFirst();
    }

    private int count(Rung rung) {
        return escalations.byRung().stream().filter(each -> each.rung() == rung).findFirst().orElseThrow().total();
    }
}
