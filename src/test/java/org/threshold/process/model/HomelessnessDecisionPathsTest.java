package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;

/** Every path of {@code homelessness-decision}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomelessnessDecisionPathsTest extends ModelTest {

    @Test
    void signedByASecondOfficerItIsIssuedByLetter() {
        CaseReference reference = inDecision("NOT_HOMELESS");

        decide(reference, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));

        assertThat(lettersOf(reference)).contains("s184-decision");
        assertThat(status(reference)).isEqualTo(CaseStatus.NOT_HOMELESS);
        assertThat(open(reference)).containsExactly("task_closeCase");
    }

    @Test
    void theDrafterCannotSign() {
        CaseReference reference = drafted();

        assertThat(send(OFFICER, reference, "task_signDecision", FilledForms.signed())).hasSize(1);

        assertThat(lettersOf(reference)).isEmpty();
    }

    @Test
    void notSignedItIsDraftedAgain() {
        CaseReference reference = drafted();

        answerAs(COLLEAGUE, reference, "task_signDecision", FilledForms.notSigned());

        assertThat(open(reference)).containsExactly("task_draftDecision");
        assertThat(lettersOf(reference)).isEmpty();
        answer(reference, "task_draftDecision", FilledForms.draft("NOT_HOMELESS", today()));
        answerAs(COLLEAGUE, reference, "task_signDecision", FilledForms.signed());
        assertThat(lettersOf(reference)).containsOnlyOnce("s184-decision");
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = inDecision("NOT_HOMELESS");

        lateThenAnswered(reference, "task_makeInquiries",
                FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        lateThenAnswered(reference, "task_draftDecision", FilledForms.draft("NOT_HOMELESS", today()));
        lateThenAnsweredBy(COLLEAGUE, reference, "task_signDecision", FilledForms.signed());

        assertThat(open(reference)).containsExactly("task_closeCase");
    }

    @Test
    void aWithdrawalBeforeTheSignatureLeavesTheDecisionUnissued() {
        CaseReference reference = drafted();

        assertThat(withdraw(reference)).isTrue();

        assertThat(lettersOf(reference)).doesNotContain("s184-decision");
        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("homelessness-decision");
    }

    private CaseReference drafted() {
        CaseReference reference = inDecision("NOT_HOMELESS");
        answer(reference, "task_makeInquiries", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        answer(reference, "task_draftDecision", FilledForms.draft("NOT_HOMELESS", today()));
        return reference;
    }
}
