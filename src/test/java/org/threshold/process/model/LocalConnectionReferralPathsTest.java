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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Circumstances;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.CouncilReferral;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.Reopenings;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.ReviewableDecisions;
import org.threshold.homelessness.Stage;

/** Every path of {@code local-connection-referral}, at both stages. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalConnectionReferralPathsTest extends ModelTest {

    @Autowired
    private Reopenings reopenings;
    @Autowired
    private Circumstances circumstances;
    @Autowired
    private CouncilReferrals referrals;
    @Autowired
    private Duties duties;
    @Autowired
    private StatutoryClocks clocks;

    @Autowired
    private ReviewableDecisions reviewable;

    @Test
    void acceptedItEndsTheReliefDuty() {
        CaseReference reference = notified();
        assertThat(lettersOf(reference)).contains("lc-referral-notice", "lc-referral-notification");
        assertThat(clocks.running(reference, ClockKind.LC_ACCOMMODATION)).isPresent();

        answer(reference, "task_keepAccommodation", FilledForms.accommodationKept());
        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer("ACCEPTED", today()));

        assertThat(lettersOf(reference)).contains("lc-referral-outcome");
        assertThat(outcome(reference)).isEqualTo(CouncilReferral.Outcome.ACCEPTED);
        assertThat(duties.of(reference)).filteredOn(duty -> duty.kind() == DutyKind.RELIEF).singleElement()
                .satisfies(duty -> assertThat(duty.endReason()).isEqualTo(EndReason.LC_REFERRAL_ACCEPTED));
        assertThat(clocks.running(reference, ClockKind.LC_ACCOMMODATION)).isEmpty();
        assertThat(open(reference)).doesNotContain("task_relieveHomelessness");
        assertThat(reviewable.of(reference)).extracting(ReviewableDecisions.Reviewable::matter).contains(
                ReviewMatter.REFERRAL, ReviewMatter.REFERRAL_CONDITIONS_JOINT, ReviewMatter.DUTY_AFTER_REFERRAL);
    }

    @Test
    void theReliefWorkCannotEndPastAnOpenReferral() {
        CaseReference reference = notified();

        assertThat(send(OFFICER, reference, "task_relieveHomelessness", FilledForms.reliefSecured(today())))
                .singleElement().asString().contains("A referral to another council is open");

        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer("WITHDRAWN", today()));
        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));
        assertThat(status(reference)).isEqualTo(CaseStatus.CLOSED);
    }

    /** Left open it would hold up the relief work for good, with no step on which to settle it. */
    @Test
    void aReferralOfSomebodyWhoWithdrewDoesNotHoldUpReliefThatIsTakenUpAgain() {
        CaseReference reference = proposed();
        withdraw(reference);
        assertThat(outcome(reference)).isEqualTo(CouncilReferral.Outcome.LAPSED);
        signIn("leader");
        reopenings.reopen(reference, Stage.RELIEF, "It was not their wish", false);
        follow(reference);

        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertThat(status(reference)).isEqualTo(CaseStatus.CLOSED);
    }

    /** The relief clock would stop after its last day, and the decision that is due could never end the duty. */
    @Test
    void afterDay56NoReferralIsSignedBesideTheDecision() {
        CaseReference reference = proposed();
        answer(reference, "task_checkConditions", conditions(reference));
        runOut(reference, "timer_reliefDay56");

        assertThat(sendAs(COLLEAGUE, reference)).singleElement().asString().contains("Day 56");
        answerAs(COLLEAGUE, reference, "task_signReferral", FilledForms.notSigned());
        assertThat(send(OFFICER, reference, "task_checkConditions", conditions(reference))).singleElement().asString()
                .contains("Day 56");
        answer(reference, "task_checkConditions", FilledForms.noReferral());
        assertThat(open(reference)).containsExactly("task_makeInquiries", "task_relieveHomelessness");
    }

    @Test
    void whatChangedAfterTheCheckIsLookedAtBeforeAnybodySigns() {
        CaseReference reference = proposed();
        answer(reference, "task_checkConditions", conditions(reference));
        clock.freeze(clock.instant().plusSeconds(60));
        signIn(OFFICER);
        circumstances.report(reference, new CircumstancesChange.Report(List.of(CircumstancesChange.Kind.values()[0]),
                "A former partner has moved to that town", today(), "The applicant"));

        assertThat(sendAs(COLLEAGUE, reference)).singleElement().asString().contains("A change of circumstances");
    }

    private List<String> sendAs(String who, CaseReference reference) {
        return send(who, reference, "task_signReferral", FilledForms.signed());
    }

    @Test
    void onlyOneAtATime() {
        CaseReference reference = proposed();

        assertThatThrownBy(() -> referrals.propose(reference, "Again")).isInstanceOf(NotPossible.class)
                .hasMessageContaining("under way already");

        answer(reference, "task_checkConditions", FilledForms.noReferral());
        referrals.propose(reference, "They remembered a sister");
        assertThat(open(reference)).contains("task_checkConditions");
    }

    @Test
    void theProposalNeedsARunningReliefDuty() {
        assertThatThrownBy(() -> referrals.propose(inPrevention(), "Family elsewhere"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("while the relief duty runs");
    }

    /** s199A(1) and (4): the relief clock stands still, and begins anew on the day of the notice. */
    @ParameterizedTest
    @ValueSource(strings = {"NOT_ACCEPTED", "WITHDRAWN"})
    void notAcceptedItStartsAFreshPeriodOf56Days(String answer) {
        CaseReference reference = notified();
        LocalDate before = today();
        assertThat(clocks.running(reference, ClockKind.RELIEF_DUTY)).isEmpty();
        assertThat(timer(reference, "timer_reliefDay56").getDuedate()).isAfter(java.sql.Date.valueOf(before.plusYears(9)));
        clock.freeze(clock.instant().plusSeconds(9 * 24 * 3600));

        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer(answer, today()));

        assertThat(outcome(reference)).isEqualTo(CouncilReferral.Outcome.NOT_ACCEPTED);
        assertThat(clocks.running(reference, ClockKind.RELIEF_DUTY)).map(StatutoryClock::period)
                .hasValueSatisfying(period -> {
                    assertThat(period.firstDay()).isEqualTo(before.plusDays(9));
                    assertThat(period.lastDay()).isEqualTo(before.plusDays(9 + 55));
                });
        assertThat(open(reference)).contains("task_relieveHomelessness").doesNotContain("task_keepAccommodation");
        runOut(reference, "timer_reliefDay56");
        assertThat(today()).isEqualTo(before.plusDays(9 + 56));
    }

    @ParameterizedTest
    @CsvSource({"MET,ACCEPTED", "NOT_MET,NOT_ACCEPTED", "ACCEPTED,ACCEPTED", "WITHDRAWN,NOT_ACCEPTED"})
    void disputedARefereeDecides(String decision, CouncilReferral.Outcome outcome) {
        CaseReference reference = notified();
        LocalDate notified = today();
        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer("DISPUTED", today()));
        assertThat(clocks.running(reference, ClockKind.LC_REFEREE)).map(StatutoryClock::period)
                .hasValueSatisfying(period -> assertThat(period.lastDay()).isEqualTo(notified.plusDays(20)));

        answer(reference, "task_arrangeReferee", FilledForms.referee(today()));
        assertThat(clocks.running(reference, ClockKind.LC_REFEREE)).isEmpty();
        answer(reference, "task_recordRefereeDecision", FilledForms.refereeDecision(decision, today()));

        assertThat(outcome(reference)).isEqualTo(outcome);
    }

    @Test
    void returnedItIsCheckedAgain() {
        CaseReference reference = proposed();
        answer(reference, "task_checkConditions", conditions(reference));
        assertThat(send(OFFICER, reference, "task_signReferral", FilledForms.signed())).hasSize(1);

        answerAs(COLLEAGUE, reference, "task_signReferral", FilledForms.notSigned());

        assertThat(open(reference)).contains("task_checkConditions");
        assertThat(lettersOf(reference)).doesNotContain("lc-referral-notice");
        answer(reference, "task_checkConditions", conditions(reference));
        answerAs(COLLEAGUE, reference, "task_signReferral", FilledForms.signed());
        assertThat(lettersOf(reference)).containsOnlyOnce("lc-referral-notice");
    }

    @Test
    void atTheReliefStageNobodyIsToldOfAReferralThatIsNotMade() {
        CaseReference reference = proposed();

        answer(reference, "task_checkConditions", FilledForms.noReferral());

        assertThat(outcome(reference)).isEqualTo(CouncilReferral.Outcome.NOT_MADE);
        assertThat(lettersOf(reference)).doesNotContain("lc-referral-outcome");
        assertThat(clocks.running(reference, ClockKind.RELIEF_DUTY)).isPresent();
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = proposed();
        lateThenAnswered(reference, "task_checkConditions", conditions(reference));
        lateThenAnsweredBy(COLLEAGUE, reference, "task_signReferral", FilledForms.signed());
        lateThenAnswered(reference, "task_keepAccommodation", FilledForms.accommodationKept());
        lateThenAnswered(reference, "task_recordReferralAnswer", FilledForms.referralAnswer("DISPUTED", today()));
        lateThenAnswered(reference, "task_arrangeReferee", FilledForms.referee(today()));
        lateThenAnswered(reference, "task_recordRefereeDecision", FilledForms.refereeDecision("MET", today()));

        assertThat(outcome(reference)).isEqualTo(CouncilReferral.Outcome.ACCEPTED);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("local-connection-referral");
    }

    private CouncilReferral.Outcome outcome(CaseReference reference) {
        return referrals.of(reference).get(0).outcome();
    }

    private CaseReference proposed() {
        CaseReference reference = inRelief();
        referrals.propose(reference, "Their family lives elsewhere");
        return reference;
    }

    private CaseReference notified() {
        CaseReference reference = proposed();
        answer(reference, "task_checkConditions", conditions(reference));
        answerAs(COLLEAGUE, reference, "task_signReferral", FilledForms.signed());
        assertThat(open(reference)).contains("task_keepAccommodation", "task_recordReferralAnswer");
        return reference;
    }

    private java.util.Map<String, List<String>> conditions(CaseReference reference) {
        return FilledForms.referralConditions(String.valueOf(referrals.household(reference).get(0).id()));
    }
}
