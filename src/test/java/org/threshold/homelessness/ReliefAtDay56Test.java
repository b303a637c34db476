package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;

/** s189B(4): relief ends by itself only where priority need is satisfied and intentional homelessness is not. */
class ReliefAtDay56Test extends HomelessnessTest {

    private static final LocalDate DAY_56 = DAY_ONE.plusDays(55);

    @ParameterizedTest(name = "priority need {0}, intentional {1}: ends by itself {2}")
    @CsvSource({"YES, YES, false", "YES, NO, true", "YES, UNDECIDED, true",
            "NO, YES, false", "NO, NO, false", "NO, UNDECIDED, false",
            "UNDECIDED, YES, false", "UNDECIDED, NO, false", "UNDECIDED, UNDECIDED, false"})
    void atTheEndOfDay56(Finding priorityNeed, Finding intentional, boolean endsByItself) {
        CaseReference reference = under(DutyKind.RELIEF);
        find(reference, Question.PRIORITY_NEED, priorityNeed);
        find(reference, Question.INTENTIONAL, intentional);

        on(DAY_56);
        assertThat(endings.checkDay56(reference)).as("day 56 is not over").isFalse();
        on(DAY_56.plusDays(1));
        assertThat(endings.checkDay56(reference)).isEqualTo(endsByItself);
        assertThat(lastDay(reference, ClockKind.MAIN_DUTY_DECISION)).as("day 57").isEqualTo(DAY_56.plusDays(1));

        if (endsByItself) {
            endings.endReliefByLaw(reference);
            endings.endReliefByLaw(reference);
            Duty ended = duties.of(reference).get(0);
            assertThat(ended.endedOn()).isEqualTo(DAY_56);
            assertThat(ended.endReason()).isEqualTo(EndReason.ELAPSED_56);
            assertThat(runs(reference, ClockKind.RELIEF_DUTY)).isFalse();
            assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY_PENDING);
            assertThat(letters(reference)).containsOnlyOnce("relief-ended");
        } else {
            assertThatThrownBy(() -> endings.endReliefByLaw(reference)).isInstanceOf(NotPossible.class);
            assertThat(runs(reference, ClockKind.RELIEF_DUTY)).as("goes on until notice").isTrue();
        }
    }

    @Test
    void theAutomaticCaseIsNotEndedByNotice() {
        CaseReference reference = under(DutyKind.RELIEF);
        find(reference, Question.PRIORITY_NEED, Finding.YES);
        on(DAY_56.plusDays(1));

        assertThatThrownBy(() -> endings.propose(reference, DutyKind.RELIEF,
                DutyEnding.Facts.of(EndReason.ELAPSED_56, DAY_56.plusDays(1), "56 days")))
                .isInstanceOf(NotPossible.class).hasMessageContaining("ends by itself");
    }

    @Test
    void whatIsRecordedAfterDay56DoesNotEndReliefByItself() {
        CaseReference reference = under(DutyKind.RELIEF);
        on(DAY_56.plusDays(2));
        find(reference, Question.PRIORITY_NEED, Finding.YES);

        assertThat(endings.checkDay56(reference)).as("priority need was not recorded at the end of day 56").isFalse();
        assertThat(lastDay(reference, ClockKind.MAIN_DUTY_DECISION_EXTENDED)).as("15 working days after day 56")
                .isEqualTo(LocalDate.of(2026, 8, 14));
        assertThat(endings.propose(reference, DutyKind.RELIEF,
                DutyEnding.Facts.of(EndReason.ELAPSED_56, DAY_56.plusDays(2), "56 days"))).as("by notice").isTrue();
    }

    @Test
    void aTimerThatRunsLateGoesByWhatWasRecordedAtTheEndOfDay56() {
        CaseReference reference = under(DutyKind.RELIEF);
        find(reference, Question.PRIORITY_NEED, Finding.YES);
        on(DAY_56.plusDays(3));
        find(reference, Question.INTENTIONAL, Finding.YES);

        assertThat(endings.checkDay56(reference)).isTrue();
        endings.endReliefByLaw(reference);
        assertThat(duties.of(reference).get(0).endedOn()).isEqualTo(DAY_56);
    }

    @Test
    void aDecisionMadeWhileReliefRunsOnEndsReliefByNotice() {
        CaseReference reference = under(DutyKind.RELIEF);
        find(reference, Findings.of(Finding.YES, Finding.YES, Finding.NO, Finding.NO));
        on(DAY_56.plusDays(3));
        decide(reference, DecisionOutcome.NOT_PRIORITY_NEED);
        assertThat(decisions.latest(reference).orElseThrow().reliefRan()).isTrue();

        decisions.endReliefAfterIssue(reference);

        Duty ended = duties.of(reference).get(0);
        assertThat(ended.endedOn()).isEqualTo(DAY_56.plusDays(3));
        assertThat(endings.latest(reference, DutyKind.RELIEF).orElseThrow().answeredBy()).isEqualTo("senior");
        assertThat(status(reference)).isEqualTo(CaseStatus.NOT_PRIORITY_NEED);
        assertThat(letters(reference)).contains("s184-decision", "relief-ended");
    }

    @Test
    void aDecisionBeforeDay56DoesNotEndRelief() {
        CaseReference reference = under(DutyKind.RELIEF);
        find(reference, Findings.of(Finding.YES, Finding.YES, Finding.NO, Finding.NO));
        on(DAY_56);
        decide(reference, DecisionOutcome.NOT_PRIORITY_NEED);

        assertThatThrownBy(() -> decisions.endReliefAfterIssue(reference)).isInstanceOf(NotPossible.class);
        assertThat(duties.running(reference, DutyKind.RELIEF)).isPresent();
    }

    private void decide(CaseReference reference, DecisionOutcome outcome) {
        decisions.draft(reference, new Decision.Draft(outcome, "Asked", "Because", null));
        actAs("senior");
        decisions.sign(reference);
        actAs("officer");
        decisions.issue(reference);
    }
}
