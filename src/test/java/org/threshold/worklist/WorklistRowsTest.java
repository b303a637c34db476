package org.threshold.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;

/** The rows follow the engine, the case and its clocks, in their own transactions. */
class WorklistRowsTest extends WorklistFixture {

    @Autowired StatutoryClocks clocks;

    @Test
    void aRowSaysEverythingThatAListShows() {
        CaseReference reference = openCase("north", "Jordan", "Example");
        clocks.start(reference, ClockKind.RELIEF_DUTY, LocalDate.of(2026, 11, 2));
        Instant due = Instant.parse("2026-11-25T17:00:00Z");
        openStep(reference, "north", "TWENTY_FOUR_HOURS", due);

        OpenStep step = onlyStep(reference);

        assertThat(step.applicantName()).isEqualTo("Jordan Example");
        assertThat(step.dateOfBirth()).isEqualTo(LocalDate.of(1990, 5, 17));
        assertThat(step.team()).isEqualTo("north");
        assertThat(step.owner()).isNull();
        assertThat(step.lane()).isEqualTo("TWENTY_FOUR_HOURS");
        assertThat(step.dueAt()).isEqualTo(due);
        assertThat(step.name()).isEqualTo("Ask questions");
        assertThat(step.elementId()).isEqualTo("task_askQuestions");
        assertThat(step.formKey()).isEqualTo("worklist-questions");
        assertThat(step.provision()).isEqualTo("s189A(1)");
        assertThat(step.documentation()).startsWith("Ask one thing at a time.");
        assertThat(step.clockKind()).isEqualTo(ClockKind.RELIEF_DUTY);
        assertThat(step.clockLastDay()).isEqualTo(LocalDate.of(2026, 12, 27));
        assertThat(step.inPerson()).isFalse();
    }

    @Test
    void aClockThatStartsOrEndsLaterShowsOnEveryOpenStepOfTheCase() {
        CaseReference reference = openCase("north", "Jordan", "Example");
        openStep(reference, "north");
        assertThat(onlyStep(reference).clockKind()).isNull();

        clocks.start(reference, ClockKind.PREVENTION_DUTY, LocalDate.of(2026, 11, 2));
        assertThat(onlyStep(reference).clockKind()).isEqualTo(ClockKind.PREVENTION_DUTY);

        clocks.end(reference, ClockKind.PREVENTION_DUTY, LocalDate.of(2026, 11, 20), "Ended");
        assertThat(onlyStep(reference).clockKind()).isNull();
        assertThat(onlyStep(reference).clockLastDay()).isNull();
    }

    @Test
    void aCancelledStepLeavesTheListAndSaysWhoEndedIt() {
        CaseReference reference = openCase("north", "Jordan", "Example");
        String step = openStep(reference, "north");

        runtime.deleteProcessInstance(onlyStep(reference).processInstanceId(), "withdrawn");

        assertThat(worklist.openStepsOf(reference)).isEmpty();
        EndedStep ended = worklist.ended(step).orElseThrow();
        assertThat(ended.how()).isEqualTo(StepEnd.CANCELLED);
        assertThat(ended.name()).isEqualTo("Ask questions");
    }
}
