package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;

class DutyEndingsTest extends HomelessnessTest {

    private static final List<String> ALL_STEPS = List.of("WRITTEN_OFFER", "CONSEQUENCES", "REVIEW_RIGHT", "TIME",
            "RECONSIDERED", DutyEnding.ON_TICKS);

    @Autowired
    private ReviewableDecisions reviewable;
    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest(name = "{0} by {1} on day {2}: {3}")
    @CsvSource({
            "PREVENTION, SECURED_EXISTING_6M, 5, ''",
            "PREVENTION, HOMELESS, 5, ''",
            "PREVENTION, WITHDREW, 1, ''",
            "PREVENTION, ELAPSED_56, 56, preventionEnd",
            "PREVENTION, ELAPSED_56, 57, ''",
            "PREVENTION, SECURED_6M, 5, preventionEnd",
            "PREVENTION, REFUSED_FINAL_OFFER, 5, preventionEnd",
            "PREVENTION, PART6_ACCEPTED, 5, preventionEnd",
            "RELIEF, SECURED_6M, 5, ''",
            "RELIEF, ELAPSED_56, 56, reliefEnd",
            "RELIEF, ELAPSED_56, 57, ''",
            "RELIEF, HOMELESS, 5, reliefEnd",
            "RELIEF, REFUSED_OFFER, 5, ''",
            "RELIEF, IH_FROM_ACCOMMODATION, 5, ''",
            "MAIN, PART6_ACCEPTED, 5, ''",
            "MAIN, CEASED_TO_OCCUPY, 5, ''",
            "MAIN, CONTACT_LOST, 5, dischargeGround", "MAIN, WITHDREW, 5, ''", "MAIN, REFUSED_TA, 5, ''",
            "PREVENTION, IH_FROM_ACCOMMODATION, 5, ''",
            "PREVENTION, REFUSED_OFFER, 5, ''", "PREVENTION, NOT_ELIGIBLE, 5, ''", "PREVENTION, REFUSED_COOPERATE, 5, preventionEnd", "RELIEF, REFUSED_COOPERATE, 5, reliefEnd",
            "RELIEF, LC_REFERRAL_ACCEPTED, 5, reliefEnd", "MAIN, DECEASED, 5, dischargeGround",
            "S190, FOUND_HOME, 5, ''", "S190, WITHDREW, 5, ''", "S190, OPPORTUNITY_OVER, 5, opportunityEnd",
            "S190, NOT_ELIGIBLE, 5, opportunityEnd",
            "S193C, REFUSED_FINAL_OFFER, 5, ''", "S193C, PART6_REFUSED, 5, ''", "S193C, NOT_ELIGIBLE, 5, ''",
            "S193C, IH_FROM_TA, 5, ''", "S193C, PRSO_ACCEPTED, 5, ''", "S193C, CEASED_TO_OCCUPY, 5, ''",
            "S193C, PRSO_REFUSED, 5, accommodationEnd",
            "MAIN, SECURED_6M, 5, dischargeGround"})
    void whatMayEndWhatAndWhen(DutyKind kind, EndReason reason, int day, String wrong) {
        CaseReference reference = under(kind);
        LocalDate on = DAY_ONE.plusDays(day - 1L);
        on(on);
        record(reference, kind, reason, on);
        assertThat(endings.problems(reference, kind, facts(reason, on)).stream().map(FieldError::key))
                .containsExactlyElementsOf(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    @Test
    void theDayMustLieBetweenTheStartAndToday() {
        CaseReference reference = under(DutyKind.PREVENTION);
        on(DAY_ONE.plusDays(3));
        assertThat(endings.problems(reference, DutyKind.PREVENTION, facts(EndReason.WITHDREW, DAY_ONE.plusDays(4))))
                .extracting(FieldError::key).containsExactly("endedOn");
        assertThat(endings.problems(reference, DutyKind.PREVENTION, facts(EndReason.WITHDREW, DAY_ONE.minusDays(1))))
                .extracting(FieldError::key).containsExactly("endedOn");
    }

    /** What the ground needs besides the day and the words. */
    private void record(CaseReference reference, DutyKind kind, EndReason reason, LocalDate on) {
        if (reason == EndReason.NOT_ELIGIBLE) {
            find(reference, Question.ELIGIBLE, Finding.NO);
        } else if (reason == EndReason.REFUSED_OFFER || reason == EndReason.REFUSED_FINAL_OFFER && kind == DutyKind.RELIEF) {
            OfferOnRecord.refused(jdbc, letters, reference, kind, reason == EndReason.REFUSED_OFFER
                    ? OfferKind.SUITABLE_6M : OfferKind.FINAL_ACCOMMODATION, on.minusDays(4));
        }
    }

    /** On the form of the earlier model, under the main duty and s193C only. */
    @Test
    void aRefusalNeedsTheWholeChainOfEvidence() {
        CaseReference reference = under(DutyKind.MAIN);
        DutyEnding.Facts half = new DutyEnding.Facts(EndReason.PART6_REFUSED, DAY_ONE, "They said no", null,
                null, null, "1 Testing Road", List.of("WRITTEN_OFFER", "TIME", DutyEnding.ON_TICKS));
        assertThat(endings.problems(reference, DutyKind.MAIN, half)).extracting(FieldError::key)
                .containsExactly("offerSteps");
        assertThat(endings.problems(under(DutyKind.RELIEF), DutyKind.RELIEF, facts(EndReason.REFUSED_OFFER, DAY_ONE)))
                .extracting(FieldError::key).containsExactly("offer");
    }

    /** s195(6). */
    @Test
    void fiftySixDaysDoNotEndPreventionWhileAPossessionNoticeStands() {
        CaseReference reference = under(DutyKind.PREVENTION);
        on(DAY_ONE.plusDays(56));
        DutyEnding.Facts facts = new DutyEnding.Facts(EndReason.ELAPSED_56, DAY_ONE.plusDays(56), "56 days", null, null,
                null, null, List.of(DutyEnding.NOTICE_IN_FORCE));
        assertThat(endings.problems(reference, DutyKind.PREVENTION, facts)).extracting(FieldError::key)
                .containsExactly("noticeInForce");
    }

    @Test
    void nothingEndsThatDoesNotRun() {
        CaseReference reference = newCase();
        assertThat(endings.problems(reference, DutyKind.RELIEF, facts(EndReason.SECURED_6M, DAY_ONE)))
                .extracting(FieldError::key).containsExactly("");
    }

    @Test
    void anEndInTheApplicantsFavourNeedsNoSecondOfficer() {
        CaseReference reference = under(DutyKind.PREVENTION);
        on(DAY_ONE.plusDays(9));
        boolean second = endings.propose(reference, DutyKind.PREVENTION,
                facts(EndReason.SECURED_ALTERNATIVE_6M, DAY_ONE.plusDays(7)));
        assertThat(second).isFalse();

        endings.carryOut(reference, DutyKind.PREVENTION);
        endings.carryOut(reference, DutyKind.PREVENTION);

        Duty ended = duties.of(reference).get(0);
        assertThat(ended.endedOn()).isEqualTo(DAY_ONE.plusDays(7));
        assertThat(runs(reference, ClockKind.PREVENTION_DUTY)).isFalse();
        assertThat(letters(reference)).containsExactly("prevention-ended");
        assertThat(lastDay(reference, ClockKind.REVIEW_REQUEST)).isEqualTo(DAY_ONE.plusDays(9 + 20));
        assertThat(audited(reference, "duty.ended")).isOne();
    }

    @Test
    void anEndAgainstTheApplicantWaitsForAnotherOfficerAndCountsFromItsNotice() {
        CaseReference reference = under(DutyKind.RELIEF);
        on(DAY_ONE.plusDays(20));
        triedInVain(reference, DAY_ONE.plusDays(20));
        assertThat(endings.propose(reference, DutyKind.RELIEF,
                facts(EndReason.CONTACT_LOST, DAY_ONE.plusDays(20)))).isTrue();
        assertThatThrownBy(() -> endings.carryOut(reference, DutyKind.RELIEF)).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> endings.answer(reference, DutyKind.RELIEF, true, null))
                .isInstanceOf(NotPermitted.class);

        actAs("senior");
        on(DAY_ONE.plusDays(22));
        endings.answer(reference, DutyKind.RELIEF, true, null);
        endings.carryOut(reference, DutyKind.RELIEF);

        assertThat(duties.of(reference).get(0).endedOn()).isEqualTo(DAY_ONE.plusDays(22));
        assertThat(audited(reference, "duty.endAuthorised")).isOne();
        assertThat(reviewable.of(reference)).singleElement().extracting(ReviewableDecisions.Reviewable::notifiedOn)
                .as("the 21 days begin with the letter, not with the proposal").isEqualTo(DAY_ONE.plusDays(22));
    }

    /** s189B(4): what waits for a signature over day 56 finds the duty ended, and the main duty next. */
    @Test
    void reliefThatEndedByItselfWhileAProposalWaitedIsNotEndedForAnotherReason() {
        CaseReference reference = under(DutyKind.RELIEF);
        find(reference, Question.PRIORITY_NEED, Finding.YES);
        on(DAY_ONE.plusDays(54));
        record(reference, DutyKind.RELIEF, EndReason.REFUSED_FINAL_OFFER, DAY_ONE.plusDays(50));
        endings.propose(reference, DutyKind.RELIEF, facts(EndReason.REFUSED_FINAL_OFFER, DAY_ONE.plusDays(54)));
        actAs("senior");
        assertThat(endings.outdated(reference, DutyKind.RELIEF)).isEmpty();

        on(DAY_ONE.plusDays(56));

        assertThatThrownBy(() -> endings.answer(reference, DutyKind.RELIEF, true, null))
                .isInstanceOf(NotPossible.class).hasMessageContaining("ended by itself");
        endings.answer(reference, DutyKind.RELIEF, false, "It ended by itself on day 56");
        endings.endReliefByLaw(reference);
        assertThat(duties.of(reference)).singleElement().satisfies(duty -> {
            assertThat(duty.endReason()).isEqualTo(EndReason.ELAPSED_56);
            assertThat(duty.endedOn()).isEqualTo(DAY_ONE.plusDays(55));
        });
    }

    @Test
    void aProposalThatIsSentBackEndsNothingAndCanBeMadeAgain() {
        CaseReference reference = under(DutyKind.PREVENTION);
        find(reference, Question.ELIGIBLE, Finding.NO);
        endings.propose(reference, DutyKind.PREVENTION, facts(EndReason.NOT_ELIGIBLE, DAY_ONE));
        actAs("senior");
        endings.answer(reference, DutyKind.PREVENTION, false, "Ask about settled status first");
        assertThatThrownBy(() -> endings.carryOut(reference, DutyKind.PREVENTION)).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> endings.answer(reference, DutyKind.PREVENTION, true, null))
                .isInstanceOf(NotPossible.class);

        actAs("officer");
        endings.propose(reference, DutyKind.PREVENTION, facts(EndReason.NOT_ELIGIBLE, DAY_ONE));
        assertThat(duties.running(reference, DutyKind.PREVENTION)).isPresent();
        assertThat(endings.of(reference)).extracting(DutyEnding::status)
                .containsExactly(DutyEnding.Status.RETURNED, DutyEnding.Status.PROPOSED);
    }

    @Test
    void becomingHomelessStartsReliefTheSameDay() {
        CaseReference reference = under(DutyKind.PREVENTION);
        on(DAY_ONE.plusDays(12));
        endings.propose(reference, DutyKind.PREVENTION, facts(EndReason.HOMELESS, DAY_ONE.plusDays(10)));
        endings.carryOut(reference, DutyKind.PREVENTION);

        assertThat(duties.running(reference, DutyKind.RELIEF).orElseThrow().startedOn())
                .isEqualTo(DAY_ONE.plusDays(10));
        assertThat(lastDay(reference, ClockKind.RELIEF_DUTY)).isEqualTo(DAY_ONE.plusDays(10 + 55));
        assertThat(findings.of(reference).of(Question.HOMELESS)).isEqualTo(Finding.YES);
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);

        duties.acceptRelief(reference);
        duties.acceptRelief(reference);
        assertThat(letters(reference)).containsOnlyOnce("relief-duty-accepted");
    }

    @Test
    void whenSomethingThrowsLaterNothingWasEnded() {
        CaseReference reference = under(DutyKind.PREVENTION);
        endings.propose(reference, DutyKind.PREVENTION, facts(EndReason.WITHDREW, DAY_ONE));
        long before = audited(reference, "duty.ended");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            endings.carryOut(reference, DutyKind.PREVENTION);
            throw new IllegalStateException("a listener failed");
        })).hasMessage("a listener failed");

        assertThat(duties.running(reference, DutyKind.PREVENTION)).isPresent();
        assertThat(runs(reference, ClockKind.PREVENTION_DUTY)).isTrue();
        assertThat(letters(reference)).isEmpty();
        assertThat(audited(reference, "duty.ended")).isEqualTo(before).isZero();
    }

    private static DutyEnding.Facts facts(EndReason reason, LocalDate on) {
        return new DutyEnding.Facts(reason, on, "Reasons for the household", null, null, null, null, ALL_STEPS);
    }
}
