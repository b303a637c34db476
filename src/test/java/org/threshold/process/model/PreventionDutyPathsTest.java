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
import org.threshold.clock.Finding;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.Question;

/** Every path of {@code prevention-duty}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreventionDutyPathsTest extends ModelTest {

    @Autowired
    private CaseFindings findings;
    @Autowired
    private Duties duties;

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
        answer(reference, "task_preventHomelessness", ended(reference, DutyKind.PREVENTION, "preventionEnd",
                reason));
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
    void aNoticeOfRefusalEndsTheDuty() {
        CaseReference reference = warned(FilledForms.threatened(today()));

        notice(reference);

        assertThat(running(reference)).isFalse();
        assertThat(route(reference)).contains("end_cooperationNotice", "service_notePreventionRefused");
        assertThat(lettersOf(reference)).contains("non-cooperation-notice");
    }

    @Test
    void aWarningThatIsSettledLeavesTheDutyAsItWas() {
        CaseReference reference = warned(FilledForms.threatened(today()));

        refusals.stepTaken(reference, "Rang four landlords");

        assertThat(open(reference)).containsExactly("task_preventHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.PREVENTION);
    }

    /** Relief is owed to whoever is homeless, intentionally or not (s189B(1)). */
    @Test
    void intentionalHomelessnessFromOurAccommodationEndsPreventionAndReliefBegins() {
        CaseReference reference = inPrevention();
        answer(reference, "task_preventHomelessness",
                FilledForms.ended("preventionEnd", "IH_FROM_ACCOMMODATION", today()));
        assertThat(open(reference)).containsExactly("task_authoriseEndOfDuty");

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
        assertThat(lettersOf(reference)).contains("prevention-ended", "relief-duty-accepted");
        assertThat(findings.of(reference).of(Question.INTENTIONAL)).isEqualTo(Finding.YES);
    }

    /** A case that came from elsewhere may have a duty and no plan yet. */
    @Test
    void withoutAPlanThereIsNothingToReview() {
        CaseReference reference = newCase();
        duties.accept(reference, DutyKind.PREVENTION, today());
        run("prevention-duty", reference);
        follow(reference);

        assertThat(open(reference)).containsExactly("task_preventHomelessness");
        assertThat(timers(reference, "timer_planReviewDay")).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("prevention-duty");
    }
}
