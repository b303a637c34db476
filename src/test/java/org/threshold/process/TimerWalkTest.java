package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;

class TimerWalkTest extends ProcessTest {

    @Autowired
    private TimerWalk walk;

    @Test
    void jobsRunInTheOrderInWhichTheyFallDueAndTheClockStandsAtEach() {
        CaseReference reference = start("test-two-steps");

        List<Instant> stops = walkTo(MONDAY.plus(30, ChronoUnit.DAYS));

        assertThat(stops).isSorted();
        assertThat(jdbc.sql("select rung from overdue_step where case_reference = ?").param(reference.value())
                .query(String.class).list()).containsExactly("REPEATED");
        assertThat(jdbc.sql("select raised_at = due_at from overdue_step where case_reference = ?")
                .param(reference.value()).query(Boolean.class).single()).as("raised when it was due").isTrue();
    }

    @Test
    void oneLongWalkLeavesTheSameAsManyShortOnes() {
        CaseReference once = start("test-two-steps");
        walkTo(MONDAY.plus(20, ChronoUnit.DAYS));
        List<String> afterOne = trace(once);

        clock.freeze(MONDAY);
        CaseReference daily = start("test-two-steps");
        for (int day = 1; day <= 20; day++) {
            walkTo(MONDAY.plus(day, ChronoUnit.DAYS));
        }

        assertThat(trace(daily)).isEqualTo(afterOne).hasSizeGreaterThan(2);
    }

    @Test
    void aJobThatFailsIsLeftToItsRetriesAndTheOthersGoOn() {
        CaseReference failing = start("test-failing-timer");
        CaseReference sound = start("test-two-steps");

        walkTo(MONDAY.plus(10, ChronoUnit.DAYS));

        Job failed = timer(failing, "timer_wait");
        assertThat(failed.getRetries()).as("all tries are used up").isZero();
        assertThat(failed.getExceptionMessage()).contains("no-such-standard");
        assertThat(runtime.createIncidentQuery().jobDefinitionIdIn(failed.getJobDefinitionId())
                .configuration(failed.getId()).count()).isEqualTo(1);
        assertThat(count("overdue_step", sound)).isEqualTo(1);
        assertThat(walk.nextDueUntil(MONDAY.plus(10, ChronoUnit.DAYS))).as("the walk comes to an end").isEmpty();
    }

    @Test
    void aJobThatSomebodyHoldsIsWaitedFor() {
        CaseReference reference = start("test-two-steps");
        Job timer = timer(reference, "timer_overdueFirst");
        Instant released = timer.getDuedate().toInstant().plus(5, ChronoUnit.MINUTES);
        jdbc.sql("update act_ru_job set lock_owner_ = 'killed node', lock_exp_time_ = ? where id_ = ?")
                .params(LocalDateTime.ofInstant(released, ZoneOffset.UTC), timer.getId()).update();

        assertThat(walkTo(MONDAY.plus(10, ChronoUnit.DAYS))).contains(released);

        assertThat(count("overdue_step", reference)).isEqualTo(1);
    }

    /** As the page does that moves the service's date. */
    private List<Instant> walkTo(Instant end) {
        List<Instant> stops = new ArrayList<>();
        walk.pause();
        try {
            for (Optional<Instant> next = walk.nextDueUntil(end); next.isPresent(); next = walk.nextDueUntil(end)) {
                Instant stop = next.get().isAfter(clock.instant()) ? next.get() : clock.instant();
                clock.freeze(stop);
                stops.add(stop);
                walk.runDue();
                assertThat(stops).as("a walk that does not end").hasSizeLessThan(5000);
            }
            clock.freeze(end);
        } finally {
            walk.resume();
        }
        return stops;
    }

    /** All that happened to the case, by whom and when, without the ids that differ from case to case. */
    private List<String> trace(CaseReference reference) {
        return jdbc.sql("select action || ' ' || details || ' ' || at || ' ' || who from audit_entry "
                + "where chain = ? and action <> 'case.opened' order by sequence")
                .param(reference.value()).query(String.class).list();
    }
}
