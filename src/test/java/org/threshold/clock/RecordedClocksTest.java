package org.threshold.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NotPermitted;
import org.threshold.audit.AuditHistory;
import org.threshold.audit.AuditRecord;
import org.threshold.casefile.CaseReference;

class RecordedClocksTest extends IntegrationTest {

    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);

    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private CouncilCalendar calendar;
    @Autowired
    private Deadlines deadlines;
    @Autowired
    private AuditHistory audit;
    @Autowired
    private CurrentOfficer currentOfficer;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ServiceClock serviceClock;

    private final CaseReference reference = new CaseReference("CLOCK-" + UUID.randomUUID());

    @AfterEach
    void letTimeGoOn() {
        serviceClock.reset();
    }

    @Test
    void aClockStartsOnceAndIsAudited() {
        StatutoryClock first = start(ClockKind.RELIEF_DUTY, JUNE_1);
        StatutoryClock again = start(ClockKind.RELIEF_DUTY, JUNE_1);

        assertThat(again).isEqualTo(first);
        assertThat(first.period().lastDay()).isEqualTo("2026-07-26");
        assertThat(first.dayNumber(LocalDate.of(2026, 7, 8))).isEqualTo(38);
        assertThat(first.lengthInDays()).hasValue(56L);
        assertThat(audit.of(reference.value())).extracting(AuditRecord::action).containsExactly("clock.started");
        assertThatThrownBy(() -> start(ClockKind.RELIEF_DUTY, JUNE_1.plusDays(1)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("runs already");
    }

    @Test
    void aFactRecordedLateCorrectsTheClockAndKeepsWhatWasBelieved() {
        serviceClock.freeze(Instant.parse("2026-06-10T09:00:00Z"));
        start(ClockKind.PREVENTION_DUTY, JUNE_1);

        StatutoryClock corrected = asService(() -> clocks.recompute(reference, ClockKind.PREVENTION_DUTY,
                LocalDate.of(2026, 5, 28), "The letter was dated 28 May"));

        assertThat(corrected.period().lastDay()).isEqualTo("2026-07-22");
        assertThat(asService(() -> clocks.running(reference, ClockKind.PREVENTION_DUTY))).hasValue(corrected);
        assertThat(asService(() -> clocks.earlierBeliefs(corrected))).containsExactly(new ClockBelief(JUNE_1, JUNE_1,
                LocalDate.of(2026, 7, 26), Instant.parse("2026-06-10T09:00:00Z"), "threshold",
                "The letter was dated 28 May"));
        assertThat(audit.of(reference.value())).extracting(AuditRecord::action)
                .containsExactly("clock.started", "clock.recomputed");
    }

    @Test
    void anEndedClockIsCorrectedToo() {
        start(ClockKind.PREVENTION_DUTY, JUNE_1);
        end(ClockKind.PREVENTION_DUTY, JUNE_1.plusDays(20), "Homeless");

        StatutoryClock corrected = asService(() -> clocks.recompute(reference, ClockKind.PREVENTION_DUTY,
                JUNE_1.plusDays(1), "Recorded wrongly"));

        assertThat(corrected.endReason()).isEqualTo("Homeless");
        assertThat(corrected.period().lastDay()).isEqualTo("2026-07-27");
        assertThatThrownBy(() -> asService(() -> clocks.recompute(reference, ClockKind.RELIEF_DUTY, JUNE_1, "none")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNearestClockIsTheCouncilsRunningOneWhoseLastDayComesNext() {
        start(ClockKind.INQUIRIES, JUNE_1);
        assertThat(asService(() -> clocks.nearest(reference))).isEmpty();
        start(ClockKind.RELIEF_DUTY, JUNE_1);
        start(ClockKind.REVIEW_3_WEEKS, JUNE_1);
        assertThat(asService(() -> clocks.nearest(reference))).map(StatutoryClock::kind).hasValue(ClockKind.REVIEW_3_WEEKS);

        end(ClockKind.REVIEW_3_WEEKS, JUNE_1.plusDays(3), "Decision notified");

        assertThat(asService(() -> clocks.nearest(reference))).map(StatutoryClock::kind).hasValue(ClockKind.RELIEF_DUTY);
        assertThat(asService(() -> clocks.of(reference))).extracting(StatutoryClock::kind)
                .containsExactly(ClockKind.RELIEF_DUTY, ClockKind.INQUIRIES, ClockKind.REVIEW_3_WEEKS);
    }

    @Test
    void theTimeInWhichTheApplicantMayAskForAReviewIsNotTheCouncilsClock() {
        start(ClockKind.RELIEF_DUTY, JUNE_1);
        start(ClockKind.REVIEW_REQUEST, JUNE_1);

        assertThat(asService(() -> clocks.nearest(reference))).map(StatutoryClock::kind).hasValue(ClockKind.RELIEF_DUTY);
    }

    @Test
    void eachNotifiedDecisionHasItsOwnTimeToAskForAReview() {
        StatutoryClock plan = about("Plan, version 1", JUNE_1);
        StatutoryClock ended = about("Relief duty ended", JUNE_1.plusDays(10));
        assertThat(about("Plan, version 1", JUNE_1)).as("notified twice on one day").isEqualTo(plan);
        StatutoryClock again = about("Relief duty ended", JUNE_1.plusDays(12));

        assertThat(asService(() -> clocks.of(reference))).containsExactly(plan, ended, again).allMatch(StatutoryClock::running);
        assertThat(asService(() -> clocks.running(reference, ClockKind.REVIEW_REQUEST))).hasValue(again);
        asService(() -> {
            clocks.end(ended, JUNE_1.plusDays(14), "Review requested");
            clocks.end(ended, JUNE_1.plusDays(15), "Asked twice");
            return null;
        });

        assertThat(asService(() -> clocks.of(reference))).filteredOn(StatutoryClock::running).containsExactly(plan, again);
        assertThat(audit.of(reference.value())).extracting(AuditRecord::action)
                .containsExactly("clock.started", "clock.started", "clock.started", "clock.ended");
        end(ClockKind.REVIEW_REQUEST, JUNE_1.plusDays(16), "Case merged");
        assertThat(asService(() -> clocks.of(reference))).noneMatch(StatutoryClock::running);
    }

    @Test
    void aLastDayThatTheLawLeavesOpenIsDecidedAndMoved() {
        StatutoryClock first = asService(() -> clocks.startUntil(reference, ClockKind.REASONABLE_OPPORTUNITY, JUNE_1,
                JUNE_1.plusDays(28)));

        StatutoryClock moved = asService(() -> clocks.moveLastDay(reference, ClockKind.REASONABLE_OPPORTUNITY,
                JUNE_1.plusDays(35), "A child is in hospital"));

        assertThat(first.period().lastDay()).isEqualTo("2026-06-29");
        assertThat(moved.period().lastDay()).isEqualTo("2026-07-06");
        assertThat(moved.triggerDate()).isEqualTo(JUNE_1);
        assertThat(asService(() -> clocks.earlierBeliefs(moved))).extracting(ClockBelief::lastDay, ClockBelief::why)
                .containsExactly(tuple(JUNE_1.plusDays(28), "A child is in hospital"));
    }

    @Test
    void aLastDayThatTheLawSetsIsNobodysToDecide() {
        assertThatThrownBy(() -> asService(() -> clocks.startUntil(reference, ClockKind.RELIEF_DUTY, JUNE_1,
                JUNE_1.plusDays(90)))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("The law");
        assertThatThrownBy(() -> asService(() -> clocks.startUntil(reference, ClockKind.REASONABLE_OPPORTUNITY, JUNE_1,
                JUNE_1.minusDays(1)))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("before it");
        assertThatThrownBy(() -> asService(() -> clocks.moveLastDay(reference, ClockKind.REASONABLE_OPPORTUNITY, JUNE_1,
                "none runs"))).isInstanceOf(IllegalStateException.class);
        start(ClockKind.RELIEF_DUTY, JUNE_1);
        assertThatThrownBy(() -> asService(() -> clocks.moveLastDay(reference, ClockKind.RELIEF_DUTY,
                JUNE_1.plusDays(90), "More time"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(asService(() -> clocks.of(reference))).extracting(one -> one.period().lastDay()).containsExactly(JUNE_1.plusDays(55));
    }

    private StatutoryClock about(String what, LocalDate trigger) {
        return asService(() -> clocks.startAbout(reference, ClockKind.REVIEW_REQUEST, trigger, what));
    }

    @Test
    void endingWhatDoesNotRunChangesNothingAndAKindMayRunAgain() {
        end(ClockKind.PLAN_REVIEW, JUNE_1, "Revised plan given");
        assertThat(audit.of(reference.value())).isEmpty();

        start(ClockKind.PLAN_REVIEW, JUNE_1);
        end(ClockKind.PLAN_REVIEW, JUNE_1.plusDays(5), "Revised plan given");
        start(ClockKind.PLAN_REVIEW, JUNE_1.plusDays(30));
        start(ClockKind.RELIEF_DUTY, JUNE_1);
        asService(() -> {
            clocks.endAll(reference, JUNE_1.plusDays(40), "Case closed");
            return null;
        });

        assertThat(asService(() -> clocks.of(reference))).hasSize(3).noneMatch(StatutoryClock::running);
    }

    @Test
    void aTransactionThatIsTakenBackLeavesNothing() {
        transaction.executeWithoutResult(status -> {
            start(ClockKind.RELIEF_DUTY, JUNE_1);
            status.setRollbackOnly();
        });

        assertThat(asService(() -> clocks.of(reference))).isEmpty();
        assertThat(audit.of(reference.value())).isEmpty();
    }

    @Test
    @WithMockUser("admin")
    void aClosureMovesWorkingDaysAndIsTakenBack() {
        LocalDate closed = LocalDate.of(2027, 6, 9);
        LocalDate trigger = LocalDate.of(2027, 6, 1);
        LocalDate before = lastDay(trigger);

        calendar.close(closed, "Office move");
        LocalDate with = lastDay(trigger);
        assertThatThrownBy(() -> calendar.close(closed, "Again")).isInstanceOf(CalendarChangeRefused.class);
        calendar.clear(closed);

        assertThat(before).isEqualTo("2027-06-22");
        assertThat(with).isEqualTo("2027-06-23");
        assertThat(lastDay(trigger)).isEqualTo(before);
        assertThat(audit.ofTheService()).extracting(AuditRecord::action)
                .containsSubsequence("calendar.closed", "calendar.cleared");
    }

    @Test
    @WithMockUser("admin")
    void aChangeOfTheCalendarMustMakeSense() {
        assertThatThrownBy(() -> calendar.close(LocalDate.of(2027, 6, 12), "A Saturday"))
                .isInstanceOf(CalendarChangeRefused.class);
        assertThatThrownBy(() -> calendar.close(LocalDate.of(2027, 12, 27), "A bank holiday"))
                .isInstanceOf(CalendarChangeRefused.class);
        assertThatThrownBy(() -> calendar.work(LocalDate.of(2027, 6, 10), "Not a bank holiday"))
                .isInstanceOf(CalendarChangeRefused.class);
        assertThatThrownBy(() -> calendar.close(LocalDate.of(2031, 6, 10), "Unknown year"))
                .isInstanceOf(CalendarChangeRefused.class);
        assertThatThrownBy(() -> calendar.close(LocalDate.of(2027, 6, 10), " "))
                .isInstanceOf(CalendarChangeRefused.class).hasMessageContaining("reason");
        assertThat(calendar.days()).isEmpty();
    }

    @Test
    @WithMockUser("officer")
    void onlyAdministratorsChangeTheCalendar() {
        assertThatThrownBy(() -> calendar.close(LocalDate.of(2027, 6, 10), "Office move"))
                .isInstanceOf(NotPermitted.class);
    }

    private LocalDate lastDay(LocalDate trigger) {
        return deadlines.calculate(ClockKind.MAIN_DUTY_DECISION_EXTENDED, trigger).lastDay();
    }

    private StatutoryClock start(ClockKind kind, LocalDate trigger) {
        return asService(() -> clocks.start(reference, kind, trigger));
    }

    private void end(ClockKind kind, LocalDate on, String reason) {
        asService(() -> {
            clocks.end(reference, kind, on, reason);
            return null;
        });
    }

    private <T> T asService(java.util.function.Supplier<T> work) {
        return currentOfficer.asService(work);
    }
}
