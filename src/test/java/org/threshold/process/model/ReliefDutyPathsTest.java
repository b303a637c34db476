package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.homelessness.DutyKind;

/** Every path of {@code relief-duty}: its two clocks, its ends by notice, and its end by law. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReliefDutyPathsTest extends ModelTest {

    @Autowired
    private CouncilReferrals referrals;

    @Test
    void aHomeSecuredEndsItWithoutASecondOfficer() {
        CaseReference reference = inRelief();

        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.CLOSED);
        assertThat(lettersOf(reference)).contains("relief-ended");
    }

    @Test
    void onDay42TheFindingsSoFarAreAskedFor() {
        CaseReference reference = inRelief();

        runOut(reference, "timer_reliefDay42");

        assertThat(today()).as("the end of day 42, counted with the first of February").isEqualTo("2027-03-15");
        assertThat(open(reference)).containsExactly("task_recordInquiries", "task_relieveHomelessness");
        answer(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "UNDECIDED", "UNDECIDED"));
        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
    }

    @Test
    void satisfiedOfPriorityNeedTheDutyEndsByLawAtTheEndOfDay56() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay42");
        answer(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "YES", "NO"));

        runOut(reference, "timer_reliefDay56");

        assertThat(today()).as("the end of day 56, counted with the first of February").isEqualTo("2027-03-29");
        assertThat(open(reference)).containsExactly("task_makeInquiries");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY_PENDING);
    }

    @Test
    void aDay42StepThatIsStillOpenEndsWithTheDuty() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay42");

        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertThat(open(reference)).isEmpty();
    }

    @Test
    void undecidedOnDay56TheDutyGoesOnBesideTheDecisionUntilItIsIssued() {
        CaseReference reference = inRelief();

        runOut(reference, "timer_reliefDay56");

        assertThat(open(reference)).containsExactly("task_makeInquiries", "task_relieveHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
        decide(reference, "NOT_PRIORITY_NEED", FilledForms.findings("YES", "YES", "NO", "UNDECIDED"));
        assertThat(open(reference)).containsExactly("task_closeCase");
        assertThat(lettersOf(reference)).contains("s184-decision", "relief-ended");
    }

    @Test
    void aHomeSecuredWhileTheDecisionIsPreparedEndsBoth() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay56");

        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertThat(running(reference)).isFalse();
        assertThat(lettersOf(reference)).contains("relief-ended").doesNotContain("s184-decision");
    }

    @Test
    void anEndAgainstTheApplicantWaitsForASecondOfficer() {
        CaseReference reference = inRelief();
        triedInVain(reference);
        answer(reference, "task_relieveHomelessness", FilledForms.contactLost("reliefEnd", today()));
        assertThat(open(reference)).containsExactly("task_authoriseEndOfDuty");

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(running(reference)).isFalse();
        assertThat(lettersOf(reference)).contains("relief-ended");
    }

    @Test
    void anEndThatIsNotAuthorisedGoesBackToTheWorkWithBothClocks() {
        CaseReference reference = inRelief();
        triedInVain(reference);
        answer(reference, "task_relieveHomelessness", FilledForms.contactLost("reliefEnd", today()));

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());

        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
        assertThat(timers(reference, "timer_reliefDay42")).hasSize(1);
        assertThat(timers(reference, "timer_reliefDay56")).hasSize(1);
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay42");

        lateThenAnswered(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "NO", "UNDECIDED"));
        CaseReference other = inRelief();
        lateThenAnswered(other, "task_relieveHomelessness", FilledForms.reliefSecured(today()));
        assertThat(running(other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SECURED_6M, false", "WITHDREW, false", "REFUSED_FINAL_OFFER, true",
        "CONTACT_LOST, true", "NOT_ELIGIBLE, true"})
    void eachReasonEndsTheDutyAndThoseAgainstTheApplicantAfterASecondSignature(String reason, boolean second) {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay56");
        triedInVain(reference);
        answer(reference, "task_relieveHomelessness", ended(reference, DutyKind.RELIEF, "reliefEnd", reason));
        if (second) {
            answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        }

        assertThat(open(reference)).isEmpty();
        assertThat(running(reference)).isFalse();
        assertThat(route(reference).contains("task_authoriseEndOfDuty")).isEqualTo(second);
        assertThat(status(reference)).isEqualTo(statusAfter(reason));
        assertThat(lettersOf(reference)).contains("relief-ended");
    }

    /** A household in priority need is then owed the duty of s190, which only a decision can give it. */
    @Test
    void intentionalHomelessnessFromOurAccommodationEndsReliefAndLeadsToADecision() {
        CaseReference reference = inRelief();
        answer(reference, "task_relieveHomelessness",
                FilledForms.ended("reliefEnd", "IH_FROM_ACCOMMODATION", today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(open(reference)).containsExactly("task_makeInquiries");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY_PENDING);
        assertThat(lettersOf(reference)).contains("relief-ended");
    }

    @Test
    void aWithdrawalWhileTheDecisionIsPreparedEndsTheDutyAndTheDecision() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay56");

        assertThat(withdraw(reference)).isTrue();

        assertThat(open(reference)).isEmpty();
        assertThat(status(reference)).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void aNoticeOfRefusalEndsTheDutyAndADecisionFollows() {
        CaseReference reference = warned(FilledForms.homeless(today()));

        notice(reference);

        assertThat(open(reference)).containsExactly("task_makeInquiries");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY_PENDING);
        assertThat(route(reference)).contains("end_cooperationNotice", "service_noteReliefRefused");
    }

    @Test
    void aWarningThatIsSettledLeavesTheDutyAsItWas() {
        CaseReference reference = warned(FilledForms.homeless(today()));

        refusals.stepTaken(reference, "Rang four landlords");

        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED, REFERRED_LC", "NOT_ACCEPTED, RELIEF"})
    void aReferralEndsTheDutyOnlyWhereTheOtherCouncilAccepts(String answer, CaseStatus after) {
        CaseReference reference = inRelief();
        referrals.propose(reference, "Their family lives elsewhere");
        answer(reference, "task_checkConditions", FilledForms.referralConditions(
                String.valueOf(referrals.household(reference).get(0).id())));
        answerAs(COLLEAGUE, reference, "task_signReferral", FilledForms.signed());
        answer(reference, "task_keepAccommodation", FilledForms.accommodationKept());
        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer(answer, today()));

        assertThat(status(reference)).isEqualTo(after);
        assertThat(open(reference).contains("task_relieveHomelessness")).isEqualTo(answer.equals("NOT_ACCEPTED"));
        assertThat(route(reference).contains("service_noteReliefReferred")).isEqualTo(answer.equals("ACCEPTED"));
    }

    /** Only the refusal of a final offer disapplies the main duty (s193A), so here a decision follows. */
    @Test
    void theRefusalOfAnOrdinaryOfferEndsReliefAndLeadsToADecision() {
        CaseReference reference = inRelief();
        answer(reference, "task_relieveHomelessness", ended(reference, DutyKind.RELIEF, "reliefEnd",
                "REFUSED_OFFER"));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(open(reference)).containsExactly("task_makeInquiries");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY_PENDING);
        assertThat(lettersOf(reference)).contains("relief-ended");
    }

    /** A case that came from elsewhere may have a duty and no plan yet. */
    @Test
    void withoutAPlanThereIsNothingToReview() {
        CaseReference reference = newCase();
        run("relief-duty", reference);
        follow(reference);

        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
        assertThat(timers(reference, "timer_planReviewDay")).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("relief-duty");
    }
}
