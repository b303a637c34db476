package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.threshold.casefile.CaseReference;

/** Every path of {@code end-of-duty}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndOfDutyPathsTest extends ModelTest {

    @Test
    void theOfficerWhoProposedTheEndCannotAuthoriseIt() {
        CaseReference reference = proposed();

        assertThat(send(OFFICER, reference, "task_authoriseEndOfDuty", FilledForms.authorised())).hasSize(1);

        assertThat(open(reference)).containsExactly("task_authoriseEndOfDuty");
    }

    @Test
    void aLateSignatureClimbs() {
        CaseReference reference = proposed();

        lateThenAnsweredBy(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(running(reference)).isFalse();
    }

    @Test
    void returnedAndProposedAgainItIsAuthorisedTheSecondTime() {
        CaseReference reference = proposed();
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());
        triedInVain(reference);
        answer(reference, "task_preventHomelessness", FilledForms.contactLost("preventionEnd", today()));

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(running(reference)).isFalse();
    }

    @Test
    void aWithdrawalTakesTheQuestionAway() {
        CaseReference reference = proposed();

        assertThat(withdraw(reference)).isTrue();

        assertThat(open(reference)).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("end-of-duty");
    }

    private CaseReference proposed() {
        CaseReference reference = inPrevention();
        triedInVain(reference);
        answer(reference, "task_preventHomelessness", FilledForms.contactLost("preventionEnd", today()));
        return reference;
    }
}
