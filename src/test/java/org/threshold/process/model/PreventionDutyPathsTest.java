package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;

/** Every path of {@code prevention-duty}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreventionDutyPathsTest extends ModelTest {

    @Test
    void aHomeSecuredEndsItWithoutASecondOfficer() {
        CaseReference reference = inPrevention();

        answer(reference, "task_preventHomelessness", FilledForms.preventionSecured(today()));

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.CLOSED);
        assertThat(lettersOf(reference)).contains("prevention-ended");
    }

    @Test
    void day56IsAReviewAndTheDutyGoesOn() {
        CaseReference reference = inPrevention();

        runOut(reference, "timer_preventionDay56");

        assertThat(today()).as("the end of day 56, counted with the first of February").isEqualTo("2027-03-29");
        assertThat(open(reference)).containsExactly("task_preventHomelessness", "task_reviewPrevention");
        answer(reference, "task_reviewPrevention", FilledForms.reviewed(today().plusDays(28)));
        assertThat(open(reference)).containsExactly("task_preventHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.PREVENTION);
    }

    @Test
    void aReviewThatIsOpenEndsWithTheWork() {
        CaseReference reference = inPrevention();
        runOut(reference, "timer_preventionDay56");

        answer(reference, "task_preventHomelessness", FilledForms.preventionSecured(today()));

        assertThat(open(reference)).isEmpty();
        assertThat(running(reference)).isFalse();
    }

    @Test
    void anEndAgainstTheApplicantWaitsForASecondOfficer() {
        CaseReference reference = inPrevention();
        triedInVain(reference);
        answer(reference, "task_preventHomelessness", FilledForms.contactLost("preventionEnd", today()));
        assertThat(open(reference)).containsExactly("task_authoriseEndOfDuty");
        assertThat(lettersOf(reference)).doesNotContain("prevention-ended");

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(running(reference)).isFalse();
        assertThat(lettersOf(reference)).contains("prevention-ended");
    }

    @Test
    void anEndThatIsNotAuthorisedGoesBackToTheWork() {
        CaseReference reference = inPrevention();
        triedInVain(reference);
        answer(reference, "task_preventHomelessness", FilledForms.contactLost("preventionEnd", today()));

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());

        assertThat(open(reference)).containsExactly("task_preventHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.PREVENTION);
        assertThat(timers(reference, "timer_preventionDay56")).hasSize(1);
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = inPrevention();
        runOut(reference, "timer_preventionDay56");

        lateThenAnswered(reference, "task_reviewPrevention", FilledForms.reviewed(today().plusDays(60)));
        CaseReference other = inPrevention();
        lateThenAnswered(other, "task_preventHomelessness", FilledForms.preventionSecured(today()));
        assertThat(running(other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SECURED_EXISTING_6M, false", "SECURED_ALTERNATIVE_6M, false", "WITHDREW, false",
        "REFUSED_OFFER, true", "CONTACT_LOST, true", "ELAPSED_56, true", "NOT_ELIGIBLE, true"})
    void eachReasonEndsTheDutyAndThoseAgainstTheApplicantAfterASecondSignature(String reason, boolean second) {
        CaseReference reference = inPrevention();
        runOut(reference, "timer_preventionDay56");
        triedInVain(reference);
        answer(reference, "task_preventHomelessness", FilledForms.ended("preventionEnd", reason, today()));
        if (second) {
            answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        }

        assertThat(open(reference)).isEmpty();
        assertThat(running(reference)).isFalse();
        assertThat(route(reference).contains("task_authoriseEndOfDuty")).isEqualTo(second);
        assertThat(status(reference)).isEqualTo(statusAfter(reason));
        assertThat(lettersOf(reference)).contains("prevention-ended");
    }

    @Test
    void aWithdrawalEndsTheWorkAndItsTimers() {
        CaseReference reference = inPrevention();

        assertThat(withdraw(reference)).isTrue();

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("prevention-duty");
    }
}
