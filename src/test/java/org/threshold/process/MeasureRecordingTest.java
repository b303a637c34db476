package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.insight.StepFacts;
import org.threshold.insight.StepFacts.StepFact;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.StepMoves;

/** The rows of measures as steps of the real engine leave them. */
class MeasureRecordingTest extends ProcessTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private StepMoves moves;
    @Autowired
    private StepFacts facts;

    @Test
    void waitingAndHoldingAreSumsOfTheirIntervalsAndASecondClaimChangesNothing() {
        clock.freeze(Instant.parse("2026-03-02T09:00:00Z"));
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        assign("2026-03-03T10:00:00Z", step, "amy");
        assign("2026-03-03T12:00:00Z", step, "amy");
        assign("2026-03-04T09:00:00Z", step, null);
        assign("2026-03-04T11:00:00Z", step, "ben");
        assign("2026-03-04T13:00:00Z", step, "cat");
        clock.freeze(Instant.parse("2026-03-05T16:00:00Z"));
        complete(task(reference, "task_first"));

        Map<String, Object> row = row(step);
        assertThat(seconds(row, "waiting_seconds")).isEqualTo(HOUR.multipliedBy(27));
        assertThat(seconds(row, "held_seconds")).isEqualTo(HOUR.multipliedBy(52));
        assertThat(row).containsEntry("handovers", 2).containsEntry("ping_pongs", 0).containsEntry("state", "ENDED")
                .containsEntry("last_holder", "cat").containsEntry("holder_before", "ben")
                .containsEntry("ended_how", "COMPLETED").containsEntry("ended_by", OFFICER);
        assertThat(holders(reference, step)).isEqualTo(Map.of("amy", HOUR.multipliedBy(23), "ben",
                HOUR.multipliedBy(2), "cat", HOUR.multipliedBy(27)));
        // Mondays to Fridays, 09:00 to 17:00: 8 hours of Monday and 1 of Tuesday, and 2 of Wednesday.
        assertThat(seconds(row, "waiting_working_seconds")).isEqualTo(HOUR.multipliedBy(11));
        // 7 hours of Tuesday, then 2 and 4 of Wednesday and 7 of Thursday.
        assertThat(seconds(row, "held_working_seconds")).isEqualTo(HOUR.multipliedBy(20));
    }

    @Test
    void theRowSaysHowTheCaseStoodWhenTheStepBegan() {
        CaseReference reference = start("test-two-steps");

        assertThat(row(task(reference, "task_first").getId())).containsEntry("household_type", "SINGLE")
                .containsEntry("office", "Harbour Office").containsEntry("lane", "STANDARD")
                .containsEntry("in_person", true).containsEntry("waits_for", "applicant").containsEntry("pass", 1)
                .containsEntry("team", TEAM).containsEntry("state", "WAITING").containsEntry("redated", 0)
                .hasEntrySatisfying("first_due_at", due -> assertThat(due).isNotNull());
    }

    @Test
    void givingAStepBackToWhoHadItBeforeIsPingPong() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();

        steps.assign(step, "amy");
        steps.assign(step, "ben");
        steps.assign(step, "amy");

        assertThat(row(step)).containsEntry("handovers", 2).containsEntry("ping_pongs", 1);
    }

    @Test
    void holdsArePutDownToWhomIsWaitedForAndLapseByThemselves() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        signIn(LEADER);
        moves.putOnHold(step, HoldReason.DOCUMENTS, LocalDate.of(2027, 2, 10));
        clock.freeze(MONDAY.plus(HOUR.multipliedBy(5)));
        moves.takeOffHold(step);
        clock.freeze(MONDAY.plus(HOUR.multipliedBy(6)));
        moves.putOnHold(step, HoldReason.THIRD_PARTY, LocalDate.of(2027, 2, 2));
        clock.freeze(MONDAY.plus(HOUR.multipliedBy(24)));
        complete(task(reference, "task_first"));

        Map<String, Object> row = row(step);
        assertThat(seconds(row, "applicant_seconds")).isEqualTo(HOUR.multipliedBy(5));
        assertThat(seconds(row, "third_party_seconds")).isEqualTo(HOUR.multipliedBy(9));
        assertThat(seconds(row, "on_hold_seconds")).isEqualTo(HOUR.multipliedBy(14));
        assertThat(seconds(row, "waiting_seconds")).isEqualTo(HOUR.multipliedBy(10));
    }

    @Test
    void aNewDueDateIsCountedAndTheFirstOneKept() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        Object before = row(step).get("first_due_at");

        steps.changeDue(step, MONDAY.plus(Duration.ofDays(30)));

        assertThat(row(step)).containsEntry("redated", 1).containsEntry("first_due_at", before)
                .hasEntrySatisfying("due_at", due -> assertThat(due).isNotEqualTo(before));
    }

    private void assign(String at, String step, String username) {
        clock.freeze(Instant.parse(at));
        steps.assign(step, username);
    }

    /** How long each had it, from the recorded facts alone. */
    private Map<String, Duration> holders(CaseReference reference, String step) {
        Map<String, Duration> held = new HashMap<>();
        String holder = null;
        Instant since = null;
        for (StepFact fact : facts.of(reference.value())) {
            if (fact.stepId().equals(step)) {
                if (holder != null) {
                    held.merge(holder, Duration.between(since, fact.at()), Duration::plus);
                }
                holder = fact.detail();
                since = fact.at();
            }
        }
        return held;
    }

    private Map<String, Object> row(String step) {
        return jdbc.sql("select * from step_measure where step_id = ?").param(step).query().singleRow();
    }

    private static Duration seconds(Map<String, Object> row, String column) {
        return Duration.ofSeconds((Long) row.get(column));
    }
}
