package org.threshold.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.EmergencyAccess;
import org.threshold.access.NotPermitted;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;

/** The steps of a restricted case belong to the people named on it, whatever their team. */
class RestrictedStepsTest extends WorklistFixture {

    private static final Map<String, List<String>> TYPED = Map.of("whatWasSaid", List.of("He knows the school"));

    @Autowired RestrictedCases restricted;
    @Autowired EmergencyAccess emergencies;
    @Autowired CurrentOfficer current;
    @Autowired ServiceClock serviceClock;
    @Autowired TransactionTemplate transaction;

    @AfterEach
    void today() {
        serviceClock.reset();
    }

    @Test
    void restrictingTakesStepsAndDraftsBackFromWhoIsNotNamed() {
        CaseReference reference = openCase("north", "Rhona", "Restricted");
        String step = openStep(reference, "north");
        as("senior", () -> moves.claim(step));
        as("senior", () -> drafts.save(step, TYPED));
        drafts.save(step, TYPED);

        restrict(reference, "leader", "officer");

        assertThat(ownerOf(step)).isEqualTo("null");
        assertThat(draftsOf(step)).containsExactly("officer");
        assertThat(jdbc.sql("select who from audit_entry where chain = ? and action = 'step.released'")
                .param(reference.value()).query(String.class).list()).containsExactly("officer");
        assertThatThrownBy(() -> as("senior", () -> worklist.step(step))).isInstanceOf(StepGone.class)
                .hasMessage(saidOfNoStep());
        assertThatThrownBy(() -> as("senior", () -> moves.claim(step))).isInstanceOf(StepGone.class);
        assertThat(moves.claim(step).owner()).isEqualTo("officer");
    }

    private String saidOfNoStep() {
        try {
            return worklist.step("00000000-0000-0000-0000-000000000000").name();
        } catch (StepGone none) {
            return none.getMessage();
        }
    }

    /** Restricted by somebody who must not see it themselves: a relative came to the desk. */
    @Test
    void whoeverRestrictsACaseMayHideItFromThemselves() {
        CaseReference reference = openCase("north", "Rhona", "Relative");
        String step = openStep(reference, "north");
        moves.claim(step);
        drafts.save(step, TYPED);

        restrict(reference, "leader");

        assertThat(ownerOf(step)).isEqualTo("null");
        assertThat(draftsOf(step)).isEmpty();
        assertThatThrownBy(() -> worklist.step(step)).isInstanceOf(StepGone.class);
        assertThat(as("leader", () -> moves.claim(step)).owner()).isEqualTo("leader");
    }

    @Test
    void stepsGoToPeopleNamedWhateverTheirTeamAndToNobodyElse() {
        CaseReference reference = openCase("north", "Rhona", "Named");
        String step = openStep(reference, "north");
        restrict(reference, "leader", "officer", "officer2");

        assertThat(as("officer2", () -> moves.claim(step)).owner()).isEqualTo("officer2");
        assertThatThrownBy(() -> as("officer2", () -> give(step, "senior"))).isInstanceOf(NotPermitted.class)
                .hasMessage("Sandra Demo is not named on this restricted case. Its manager can name them.");
        as("officer2", () -> give(step, "officer"));
        assertThat(ownerOf(step)).isEqualTo("officer");
        as("leader", () -> give(step, "officer2"));
        assertThat(ownerOf(step)).isEqualTo("officer2");
        assertThatThrownBy(() -> as("leader", () -> moves.handOverAll("officer2", List.of(step), "remote", "Leave")))
                .isInstanceOf(NotPermitted.class).hasMessageContaining("Robin Demo is not named");

        as("leader", () -> {
            restricted.unname(reference, "officer2");
            return null;
        });
        assertThat(ownerOf(step)).isEqualTo("null");
        assertThatThrownBy(() -> as("leader", () -> handToTeam(step, "south"))).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("Nobody of South team is named");
    }

    @Test
    void takeTheNextGivesNobodyAStepOfACaseThatTheyDoNotSee() {
        CaseReference reference = openCase("north", "Rhona", "Urgent");
        String step = openStep(reference, "north");
        String ordinary = openStep("north");
        jdbc.sql("update worklist_step set due_at = '1990-01-01' where step_id = ?").param(step).update();
        restrict(reference, "leader", "officer");

        assertThat(as("senior", () -> moves.takeNext()).orElseThrow().stepId()).isEqualTo(ordinary);
        assertThat(moves.takeNext().orElseThrow().stepId()).isEqualTo(step);
    }

    @Test
    void whatWasTakenInAnEmergencyGoesBackWhenItRunsOut() {
        CaseReference reference = openCase("north", "Rhona", "Tonight");
        String step = openStep(reference, "north");
        restrict(reference, "leader", "officer");
        as("senior2", () -> {
            emergencies.open(reference.value(), "The hotel turned her away");
            return moves.claim(step);
        });
        as("senior2", () -> drafts.save(step, TYPED));
        assertThat(ownerOf(step)).isEqualTo("senior2");

        serviceClock.setOffset(Duration.ofHours(4).plusSeconds(30));
        current.asService(() -> {
            emergencies.closeRunOut();
            return null;
        });

        assertThat(ownerOf(step)).isEqualTo("null");
        assertThat(draftsOf(step)).isEmpty();
    }

    /**
     * Whoever works on a step locks it first and writes to the record of its case after that; restricting the case at
     * that moment must not lock the two the other way round.
     */
    @Test
    void restrictingWaitsForWhoeverWorksOnAStepOfTheCase() throws Exception {
        CaseReference reference = openCase("north", "Rhona", "Meanwhile");
        String step = openStep(reference, "north");
        as("senior", () -> moves.claim(step));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> restricting = as("senior", () -> transaction.execute(status -> {
                jdbc.sql("select step_id from worklist_step where step_id = ? for update").param(step)
                        .query(String.class).single();
                Future<?> begun = other.submit(() -> as("officer", () -> {
                    restrict(reference, "leader", "officer");
                    return null;
                }));
                awaitBlocked(begun);
                moves.putOnHold(step, HoldReason.values()[0], LocalDate.now(clock).plusDays(3));
                return begun;
            }));
            restricting.get(20, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
        assertThat(ownerOf(step)).isEqualTo("null");
        assertThatThrownBy(() -> as("senior", () -> worklist.step(step))).isInstanceOf(StepGone.class);
    }

    /** Until the other waits in the database, for us. */
    private void awaitBlocked(Future<?> other) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!other.isDone() && System.nanoTime() < end && jdbc.sql("select count(*) from pg_locks l where not"
                + " l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid))").query(Long.class).single() == 0) {
            Thread.onSpinWait();
        }
        assertThat(other.isDone()).isFalse();
    }

    private Object give(String step, String to) {
        moves.handToPerson(step, to, null);
        return to;
    }

    private Object handToTeam(String step, String team) {
        moves.handToTeam(step, team, null);
        return team;
    }

    private void restrict(CaseReference reference, String manager, String... named) {
        restricted.restrict(reference, RestrictionKind.OTHER, "A test of names", manager, List.of(named));
    }

    private List<String> draftsOf(String step) {
        return jdbc.sql("select officer from step_draft where step_id = ?").param(step).query(String.class).list();
    }
}
