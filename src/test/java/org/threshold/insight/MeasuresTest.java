package org.threshold.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.process.ProcessTest;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.StepMoves;

/** What happens to rows of measures besides the steps of the day. */
class MeasuresTest extends ProcessTest {

    @Autowired
    private StepMoves moves;
    @Autowired
    private Measures measures;
    @Autowired
    private MeasuresOfBefore before;
    @Autowired
    private LapsedHolds round;

    @Test
    void aHoldWhoseDayHasComeIsEndedInTheRowOfAStepThatNobodyTouches() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        signIn(LEADER);
        moves.putOnHold(step, HoldReason.APPLICANT, LocalDate.of(2027, 2, 3));

        clock.freeze(MONDAY.plus(Duration.ofDays(7)));
        round.go();

        assertThat(row(step)).containsEntry("state", "WAITING").containsEntry("hold_reason", null)
                .containsEntry("applicant_seconds", Duration.ofHours(39).toSeconds());
    }

    @Test
    void whatIsMadeFromTheFactsIsWhatWasKept() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        steps.assign(step, "amy");
        steps.moveToTeam(step, "hill");
        clock.freeze(MONDAY.plus(Duration.ofHours(30)));
        complete(task(reference, "task_first"));
        Map<String, Object> kept = row(step);
        assertThat(asService(measures::differing)).doesNotContain(step);

        jdbc.sql("update step_measure set held_seconds = 1, lane = null where step_id = ?").param(step).update();
        assertThat(asService(measures::differing)).contains(step);
        assertThat(asService(measures::rebuild)).isPositive();

        assertThat(row(step)).isEqualTo(kept);
    }

    @Test
    void stepsFromBeforeTheMeasuresGetTheirRowsAtTheNextStart() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        Map<String, Object> kept = row(step);
        jdbc.sql("delete from step_measure where step_id = ?").param(step).update();
        jdbc.sql("insert into measure_rebuild_due values (now())").update();

        before.afterSingletonsInstantiated();

        assertThat(row(step)).isEqualTo(kept);
        assertThat(count("step_measure", reference)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from measure_rebuild_due").query(Long.class).single()).isZero();
    }

    /** All but the number of the row and the mark that it was written. */
    private Map<String, Object> row(String step) {
        Map<String, Object> row = jdbc.sql("select * from step_measure where step_id = ?").param(step).query()
                .singleRow();
        row.keySet().removeAll(Set.of("nr", "changed_in"));
        return row;
    }
}
