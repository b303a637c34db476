package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Circumstances;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.CooperationRefusal.Settled;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.ReviewableDecisions;

/** Every path of {@code non-cooperation}, as it runs inside prevention and relief. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NonCooperationPathsTest extends ModelTest {

    @Autowired
    private CouncilReferrals referrals;
    @Autowired
    private Circumstances circumstances;
    @Autowired
    private StatutoryClocks clocks;

    @Autowired
    private ReviewableDecisions reviewable;

    @Test
    void aNoticeEndsReliefAndADecisionFollows() {
        CaseReference reference = refusedInRelief();
        assertThat(lettersOf(reference)).contains("non-cooperation-warning");
        assertThat(lastDay(reference)).isEqualTo(today().plusDays(14));
        runOut(reference, "timer_warningEnds");
        assertThat(today()).as("the end of the last day").isEqualTo("2027-02-16");
        assertThat(open(reference)).containsExactly("task_decideOnCooperation", "task_relieveHomelessness");

        answer(reference, "task_decideOnCooperation", RefusedStep.stillRefuses());
        assertThat(lettersOf(reference)).doesNotContain("non-cooperation-notice");
        answerAs(COLLEAGUE, reference, "task_authoriseNotice", FilledForms.authorised());

        assertThat(open(reference)).containsExactly("task_makeInquiries");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY_PENDING);
        assertThat(lettersOf(reference)).contains("non-cooperation-notice").doesNotContain("relief-ended");
        assertThat(clocks.running(reference, ClockKind.NON_COOPERATION_WARNING)).isEmpty();
        assertThat(clocks.running(reference, ClockKind.RELIEF_DUTY)).isEmpty();
        assertThat(clocks.of(reference)).filteredOn(one -> one.kind() == ClockKind.REVIEW_REQUEST && one.running())
                .anySatisfy(one -> assertThat(one.about()).isEqualTo("Notice of refusal to co-operate"));
    }

    @Test
    void aNoticeEndsPreventionAndNothingMoreIsOwed() {
        CaseReference reference = warned(FilledForms.threatened(today()));
        notice(reference);

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.CLOSED);
        assertThat(lettersOf(reference)).contains("non-cooperation-notice").doesNotContain("prevention-ended");
        assertThat(reviewable.of(reference)).as("the letter says that they can ask for a review")
                .filteredOn(each -> each.matter() == ReviewMatter.NON_COOPERATION_PREVENTION).singleElement()
                .satisfies(each -> assertThat(each.decidedBy()).hasSize(2));
    }

    @Test
    void theStepTakenInTimeEndsItAtOnce() {
        CaseReference reference = refusedInRelief();

        refusals.stepTaken(reference, "Rang four landlords");

        assertThat(timers(reference, "timer_warningEnds")).isEmpty();
        assertThat(clocks.running(reference, ClockKind.NON_COOPERATION_WARNING)).isEmpty();
        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
        assertThat(refusals.possible(reference)).as("another refusal may follow").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STEP_TAKEN", "GOOD_REASON"})
    void whoTookTheStepOrHadAReasonGetsNoNotice(String how) {
        CaseReference reference = refusedInRelief();
        runOut(reference, "timer_warningEnds");

        answer(reference, "task_decideOnCooperation", RefusedStep.settled(how));

        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
        assertThat(refusals.of(reference).get(0).settled()).isEqualTo(Settled.valueOf(how));
    }

    @Test
    void whatWasSentBackIsDecidedAgain() {
        CaseReference reference = refusedInRelief();
        runOut(reference, "timer_warningEnds");
        answer(reference, "task_decideOnCooperation", RefusedStep.stillRefuses());

        answerAs(COLLEAGUE, reference, "task_authoriseNotice", FilledForms.notAuthorised());
        answer(reference, "task_decideOnCooperation", RefusedStep.stillRefuses());
        answerAs(COLLEAGUE, reference, "task_authoriseNotice", FilledForms.authorised());

        assertThat(open(reference)).containsExactly("task_makeInquiries");
    }

    @Test
    void whoeverTookPartCannotAuthoriseIt() {
        CaseReference reference = refusedInRelief();
        runOut(reference, "timer_warningEnds");
        answer(reference, "task_decideOnCooperation", RefusedStep.stillRefuses());

        assertThat(send(OFFICER, reference, "task_authoriseNotice", FilledForms.authorised()))
                .containsExactly("You cannot sign your own work. Another officer must sign it.");
        assertThat(open(reference)).containsExactly("task_authoriseNotice", "task_relieveHomelessness");
    }

    /** The notice would end the referral that the applicant was told of, and nobody would tell them how it was decided. */
    @Test
    void noNoticeIsGivenWhileAnotherCouncilIsAsked() {
        CaseReference reference = refusedInRelief();
        runOut(reference, "timer_warningEnds");
        referrals.propose(reference, "Their family lives elsewhere");

        assertThat(send(OFFICER, reference, "task_decideOnCooperation", RefusedStep.stillRefuses())).singleElement()
                .asString().contains("A referral to another council is open");

        answer(reference, "task_checkConditions", FilledForms.noReferral());
        answer(reference, "task_decideOnCooperation", RefusedStep.stillRefuses());
        referrals.propose(reference, "They remembered a sister");
        assertThat(send(COLLEAGUE, reference, "task_authoriseNotice", FilledForms.authorised())).singleElement()
                .asString().contains("A referral to another council is open");
    }

    /** s193B(6): their particular circumstances and needs count, those of today too. */
    @Test
    void whatChangedAfterTheDraftIsWeighedBeforeItIsAuthorised() {
        CaseReference reference = refusedInRelief();
        runOut(reference, "timer_warningEnds");
        answer(reference, "task_decideOnCooperation", RefusedStep.stillRefuses());
        clock.freeze(clock.instant().plusSeconds(60));
        signIn(OFFICER);
        circumstances.report(reference, new CircumstancesChange.Report(List.of(CircumstancesChange.Kind.values()[0]),
                "They were in hospital for a month", today(), "Their sister"));

        assertThat(send(COLLEAGUE, reference, "task_authoriseNotice", FilledForms.authorised())).singleElement()
                .asString().contains("A change of circumstances");
    }

    @Test
    void itEndsWithTheDutyThatItIsAbout() {
        CaseReference reference = refusedInRelief();

        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertThat(running(reference)).isFalse();
        assertThat(refusals.of(reference).get(0).settled()).isEqualTo(Settled.DUTY_ENDED);
        assertThat(clocks.running(reference, ClockKind.NON_COOPERATION_WARNING)).isEmpty();
    }

    @Test
    void anEndThatIsSentBackLeavesNoWarningBehind() {
        CaseReference reference = refusedInRelief();
        triedInVain(reference);
        answer(reference, "task_relieveHomelessness", FilledForms.contactLost("reliefEnd", today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());

        assertThat(refusals.possible(reference)).isTrue();
        refusals.begin(reference, RefusedStep.facts(), today().plusDays(20));
        follow(reference);

        assertThat(lastDay(reference)).isEqualTo(today().plusDays(20));
    }

    @Test
    void onlyOneRunsAtATimeAndOnlyWhileTheDutyIsWorkedOn() {
        CaseReference reference = refusedInRelief();
        assertThatThrownBy(() -> refusals.begin(reference, RefusedStep.facts(), today().plusDays(14)))
                .isInstanceOf(NotPossible.class).hasMessageContaining("open on this case already");

        triedInVain(reference);
        answer(reference, "task_relieveHomelessness", FilledForms.contactLost("reliefEnd", today()));
        assertThatThrownBy(() -> refusals.begin(reference, RefusedStep.facts(), today().plusDays(14)))
                .isInstanceOf(NotPossible.class).hasMessageContaining("is being ended");
        assertThatThrownBy(() -> refusals.stepTaken(reference, "Rang")).isInstanceOf(NotPossible.class);
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = refusedInRelief();
        runOut(reference, "timer_warningEnds");
        lateThenAnswered(reference, "task_decideOnCooperation", RefusedStep.stillRefuses());
        lateThenAnsweredBy(COLLEAGUE, reference, "task_authoriseNotice", FilledForms.authorised());
        assertThat(lettersOf(reference)).contains("non-cooperation-notice");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("non-cooperation");
    }

    private CaseReference refusedInRelief() {
        return warned(FilledForms.homeless(today()));
    }

    private LocalDate lastDay(CaseReference reference) {
        return clocks.running(reference, ClockKind.NON_COOPERATION_WARNING).orElseThrow().period().lastDay();
    }
}
