package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Deadlines;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.insight.StepFacts;
import org.threshold.worklist.Worklist;

/** Due dates and clocks, and the timers that follow them. */
class DueDateTest extends ProcessTest {

    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private Deadlines deadlines;
    @Autowired
    private StepFacts facts;
    @Autowired
    private Worklist worklist;

    @Test
    void aNewDueDateMovesTheOverdueTimerTheListAndTheRecord() {
        CaseReference reference = start("test-two-steps");
        Task step = task(reference, "task_first");
        Instant due = step.getDueDate().toInstant().plus(3, ChronoUnit.DAYS);

        transaction.executeWithoutResult(status -> steps.changeDue(step.getId(), due));

        assertThat(task(reference, "task_first").getDueDate()).isEqualTo(Date.from(due));
        assertThat(timer(reference, "timer_overdueFirst").getDuedate()).isEqualTo(Date.from(due));
        assertThat(worklist.step(step.getId()).dueAt()).isEqualTo(due);
        assertThat(facts.of(reference.value())).last().satisfies(fact -> {
            assertThat(fact.event()).isEqualTo("REDATED");
            assertThat(fact.detail()).isEqualTo(due.toString());
        });
        assertThat(jdbc.sql("select details->>'dueBefore' from audit_entry where chain = ? and action = 'step.redated'")
                .param(reference.value()).query(String.class).single())
                .isEqualTo(step.getDueDate().toInstant().toString());
    }

    @Test
    void aNewDueDateLeavesTheStatutoryTimerAlone() {
        CaseReference reference = clockCase(LocalDate.of(2027, 2, 1));
        Date statutory = timer(reference, "timer_dutyEnds").getDuedate();
        Task step = task(reference, "task_work");

        transaction.executeWithoutResult(status -> steps.changeDue(step.getId(), MONDAY.plus(2, ChronoUnit.DAYS)));

        assertThat(timer(reference, "timer_dutyEnds").getDuedate()).isEqualTo(statutory);
    }

    @Test
    void aStatutoryTimerRunsOutWhenTheClocksLastDayIsOver() {
        CaseReference reference = clockCase(LocalDate.of(2027, 2, 1));

        assertThat(timer(reference, "timer_dutyEnds").getDuedate().toInstant()).isEqualTo(deadlines.endOf(
                clocks.running(reference, ClockKind.PREVENTION_DUTY).orElseThrow().period().lastDay()));
    }

    @Test
    void aTriggerFactRecordedLateMovesTheTimerInTheSameCommit() {
        CaseReference reference = clockCase(LocalDate.of(2027, 2, 1));

        StatutoryClock moved = transaction.execute(status -> clocks.recompute(reference, ClockKind.PREVENTION_DUTY,
                LocalDate.of(2027, 1, 20), "The application was made on 20 January"));

        assertThat(timer(reference, "timer_dutyEnds").getDuedate().toInstant())
                .isEqualTo(deadlines.endOf(moved.period().lastDay()))
                .isEqualTo(Instant.parse("2027-03-17T00:00:00Z"));
        assertThat(timer(reference, "timer_overdueWork").getDuedate())
                .as("a promise of the council does not move with the law").isEqualTo(
                        task(reference, "task_work").getDueDate());
    }

    @Test
    void aClockThatIsStoppedDoesNotRunOutUntilItStartsAgain() {
        CaseReference reference = clockCase(LocalDate.of(2027, 2, 1));
        Date before = timer(reference, "timer_dutyEnds").getDuedate();

        transaction.executeWithoutResult(status -> clocks.end(reference, ClockKind.PREVENTION_DUTY,
                LocalDate.of(2027, 2, 1), "Referred to another council"));
        assertThat(timer(reference, "timer_dutyEnds").getDuedate()).isAfter("2070-01-01");

        transaction.executeWithoutResult(status ->
                clocks.start(reference, ClockKind.PREVENTION_DUTY, LocalDate.of(2027, 2, 1)));
        assertThat(timer(reference, "timer_dutyEnds").getDuedate()).isEqualTo(before);
    }

    @Test
    void theReviewOpensWhenTheDayIsOver() {
        CaseReference reference = clockCase(LocalDate.of(2027, 2, 1));

        fire(reference, "timer_dutyEnds");

        assertThat(tasksOf(reference)).extracting(Task::getTaskDefinitionKey).contains("task_work", "task_review");
    }

    private CaseReference clockCase(LocalDate trigger) {
        deploy("test-clock-step");
        CaseReference reference = newCase();
        transaction.executeWithoutResult(
                status -> clocks.start(reference, ClockKind.PREVENTION_DUTY, trigger));
        run("test-clock-step", reference);
        return reference;
    }
}
