package org.threshold.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;

/** Who holds a step: claims and their races, take the next, hand over, hold. */
class StepMovesTest extends WorklistFixture {

    @Autowired TransactionTemplate transactions;

    @Test
    void aClaimedStepIsMineInTheListAndInTheEngine() {
        String step = openStep("north");

        OpenStep claimed = moves.claim(step);

        assertThat(claimed.owner()).isEqualTo("officer");
        assertThat(claimed.ownedSince()).isNotNull();
        assertThat(engineOwner(step)).isEqualTo("officer");
        assertThat(facts(step)).containsExactly("CREATED", "PICKED_UP");
        assertThat(audited(claimed.caseReference())).contains("step.claimed");
        assertThat(moves.claim(step).ownedSince()).isCloseTo(claimed.ownedSince(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void whoComesSecondIsToldWhoHoldsIt() {
        String step = openStep("north");
        moves.claim(step);

        assertThatThrownBy(() -> as("senior", () -> moves.claim(step))).isInstanceOf(StepTaken.class)
                .hasMessageContaining("has held ‘Ask questions’ since");
        assertThat(ownerOf(step)).isEqualTo("officer");
    }

    @Test
    void anotherTeamsStepCannotBeTaken() {
        String step = openStep("south");

        assertThatThrownBy(() -> moves.claim(step)).isInstanceOf(NotPermitted.class);
        assertThat(ownerOf(step)).isEqualTo("null");
    }

    @Test
    void aStepThatEndedIsGoneInWords() {
        String step = openStep("north");
        as("senior", () -> work.complete(step, answers("Said", "no")));

        assertThatThrownBy(() -> moves.claim(step)).isInstanceOf(StepGone.class)
                .hasMessageContaining("completed ‘Ask questions’ on");
    }

    @Test
    void ofManyWhoClaimAtOnceOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            String step = openStep("north");
            List<Object> results = atOnce(List.of("officer", "senior", "leader", "remote"), () -> moves.claim(step));

            assertThat(results).filteredOn(OpenStep.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(StepTaken.class::isInstance).hasSize(3);
            assertThat(facts(step)).containsExactly("CREATED", "PICKED_UP");
        }
    }

    @Test
    void officersWhoTakeTheNextAtOnceGetDifferentSteps() throws Exception {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            open.add(openStep("north"));
        }
        List<Object> results = atOnce(List.of("officer", "senior", "leader", "remote"), () -> moves.takeNext());

        assertThat(results).extracting(result -> ((Optional<?>) result).map(step -> ((OpenStep) step).stepId()).get())
                .containsExactlyInAnyOrderElementsOf(open);
    }

    /** As when a leader unblocks a late step while its officer completes it: each waits for the other's row. */
    @Test
    void whoeverIsUndoneByADeadlockIsToldSoAndHasChangedNothing() throws Exception {
        List<String> steps = List.of(openStep("north"), openStep("north"));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger turn = new AtomicInteger();

        List<Object> results = atOnce(List.of("officer", "senior"), () -> {
            int mine = turn.getAndIncrement();
            try {
                return transactions.execute(status -> {
                    moves.claim(steps.get(mine));
                    await(bothHoldOne);
                    return moves.claim(steps.get(1 - mine));
                });
            } catch (RuntimeException undone) {
                return undone;
            }
        });

        assertThat(results).filteredOn(OpenStep.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(failure -> failure instanceof Throwable thrown && AtOnce.is(thrown)).hasSize(1);
        assertThat(ownerOf(steps.get(0))).isEqualTo(ownerOf(steps.get(1)));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theNextIsTheMostUrgentThatIMayDo() {
        String later = openStep("north");
        String sooner = openStep("north");
        openStep("south");

        assertThat(moves.takeNext().orElseThrow().stepId()).isEqualTo(sooner);
        assertThat(moves.takeNext().orElseThrow().stepId()).isEqualTo(later);
    }

    @Test
    void theNextLeavesOutWhatNeedsASeniorOfficerOrWaits() {
        String mine = openStep("north");
        String waiting = openStep("north");
        OpenStep senior = secondStep("north", false);
        moves.claim(waiting);
        moves.putOnHold(waiting, HoldReason.APPLICANT, LocalDate.now(clock).plusDays(3));
        moves.release(waiting);

        assertThat(moves.takeNext().orElseThrow().stepId()).isEqualTo(mine);
        assertThat(as("senior", () -> moves.takeNext()).orElseThrow().stepId()).isEqualTo(senior.stepId());
    }

    @Test
    void aStepInPersonGoesOnlyToSomeoneOnSite() {
        OpenStep meeting = secondStep("north", true);
        as("remote", () -> {
            presence.declareToday(null);
            return null;
        });
        as("senior", () -> {
            presence.declareToday(presence.offices().get(0));
            return null;
        });

        assertThatThrownBy(() -> as("remote", () -> moves.claim(meeting.stepId()))).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("must be done in person");
        assertThatThrownBy(() -> as("leader", () -> {
            moves.handToPerson(meeting.stepId(), "remote", "");
            return null;
        })).isInstanceOf(NotPermitted.class).hasMessageContaining("cannot be given this step today");
        assertThat(as("remote", () -> moves.takeNext())).map(OpenStep::stepId).isNotEqualTo(Optional.of(meeting.stepId()));
        assertThat(as("senior", () -> moves.claim(meeting.stepId())).owner()).isEqualTo("senior");
    }

    @Test
    void whatNeedsASeniorOfficerIsRefusedToOthers() {
        OpenStep signing = secondStep("north", false);

        assertThatThrownBy(() -> moves.claim(signing.stepId())).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("at least a senior housing solutions officer");
        assertThat(as("leader", () -> moves.claim(signing.stepId())).owner()).isEqualTo("leader");
    }

    @Test
    void handingOverKeepsTheNoteOnTheTimelineAndTheReasonInTheAudit() {
        String step = openStep("north");
        CaseReference reference = moves.claim(step).caseReference();

        moves.handToPerson(step, "senior", "She speaks Welsh too");

        assertThat(ownerOf(step)).isEqualTo("senior");
        assertThat(engineOwner(step)).isEqualTo("senior");
        assertThat(facts(step)).containsExactly("CREATED", "PICKED_UP", "HANDED_OVER");
        assertThat(jdbc.sql("select count(*) from timeline_entry where case_reference = ? and detail = ?")
                .params(reference.value(), "She speaks Welsh too").query(Integer.class).single()).isEqualTo(1);
        assertThat(audited(reference)).contains("step.handedOver");
    }

    @Test
    void onlyTheOwnerOrALeaderMovesAStep() {
        String step = openStep("north");
        moves.claim(step);

        assertThatThrownBy(() -> as("senior", () -> {
            moves.handToPerson(step, "senior", "");
            return null;
        })).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as("leader2", () -> {
            moves.release(step);
            return null;
        })).isInstanceOf(NotPermitted.class);
        as("leader", () -> {
            moves.release(step);
            return null;
        });
        assertThat(ownerOf(step)).isEqualTo("null");
    }

    @Test
    void nobodyOutsideTheTeamIsGivenAStepUntilTheirTeamHasIt() {
        String step = openStep("north");
        moves.claim(step);

        assertThatThrownBy(() -> moves.handToPerson(step, "officer2", "")).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("Hand the step over to their team first");
        moves.handToTeam(step, "south", "They live there");
        assertThat(ownerOf(step)).isEqualTo("null");
        assertThat(as("officer2", () -> moves.claim(step)).team()).isEqualTo("south");
    }

    @Test
    void aHoldIsAFactAndLapsesOnItsDay() {
        String step = openStep("north");
        moves.claim(step);
        LocalDate today = LocalDate.now(clock);

        moves.putOnHold(step, HoldReason.DOCUMENTS, today.plusDays(2));

        OpenStep held = worklist.step(step);
        assertThat(held.onHold(today)).isTrue();
        assertThat(held.onHold(today.plusDays(2))).isFalse();
        assertThat(facts(step)).endsWith("ON_HOLD");
        moves.takeOffHold(step);
        assertThat(worklist.step(step).holdReason()).isNull();
        assertThat(facts(step)).endsWith("OFF_HOLD");
        assertThatThrownBy(() -> moves.putOnHold(step, HoldReason.OTHER, today))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLeaderHandsOverWhatAnAbsentOfficerHolds() {
        List<String> steps = List.of(openStep("north"), openStep("north"), openStep("north"));
        steps.forEach(step -> as("remote", () -> moves.claim(step)));
        String kept = openStep("north");
        moves.claim(kept);

        assertThatThrownBy(() -> moves.handOverAll("remote", steps, "senior", "Leave"))
                .isInstanceOf(NotPermitted.class);
        List<String> asked = new ArrayList<>(steps);
        asked.add(kept);
        int moved = as("leader", () -> moves.handOverAll("remote", asked, "senior", "Annual leave").size());

        assertThat(moved).isEqualTo(3);
        assertThat(steps).allSatisfy(step -> assertThat(ownerOf(step)).isEqualTo("senior"));
        assertThat(ownerOf(kept)).isEqualTo("officer");
        assertThatThrownBy(() -> as("leader2", () -> moves.handOverAll("senior", steps, null, "Mine now")))
                .isInstanceOf(NotPermitted.class);
    }

    private List<Object> atOnce(List<String> usernames, Callable<?> action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(usernames.size());
        ExecutorService threads = Executors.newFixedThreadPool(usernames.size());
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (String username : usernames) {
                running.add(threads.submit(() -> as(username, () -> {
                    start.await();
                    try {
                        return action.call();
                    } catch (StepGone gone) {
                        return gone;
                    }
                })));
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private String engineOwner(String step) {
        return jdbc.sql("select assignee_ from act_ru_task where id_ = ?").param(step).query(String.class).single();
    }

    private List<String> facts(String step) {
        return jdbc.sql("select event from step_fact where step_id = ? order by id").param(step).query(String.class)
                .list();
    }

    private List<String> audited(CaseReference reference) {
        return jdbc.sql("select action from audit_entry where chain = ?").param(reference.value())
                .query(String.class).list();
    }
}
