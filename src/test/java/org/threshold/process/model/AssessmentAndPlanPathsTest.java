package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;

/** Every path of {@code assessment-and-plan}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AssessmentAndPlanPathsTest extends ModelTest {

    @Test
    void aHouseholdThatIsThreatenedIsOwedPreventionAndHasItsPlan() {
        CaseReference reference = inPrevention();

        assertThat(open(reference)).containsExactly("task_preventHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.PREVENTION);
        assertThat(lettersOf(reference)).contains("prevention-duty-accepted", "personalised-housing-plan");
    }

    @Test
    void aHouseholdThatIsHomelessIsOwedReliefAndHasItsPlan() {
        CaseReference reference = inRelief();

        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
        assertThat(lettersOf(reference)).contains("relief-duty-accepted", "personalised-housing-plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_HOMELESS", "NOT_ELIGIBLE"})
    void whereNoDutyIsOwedThereIsNoPlanButADecision(String outcome) {
        CaseReference reference = inDecision(outcome);

        assertThat(open(reference)).containsExactly("task_makeInquiries");
        assertThat(lettersOf(reference)).isEmpty();
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = inAssessment();

        lateThenAnswered(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        lateThenAnswered(reference, "task_recordAssessment", FilledForms.homeless(today()));
        lateThenAnswered(reference, "task_agreePlan", FilledForms.plan(today().plusDays(40)));

        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
    }

    @Test
    void aWithdrawalWhileTheStepIsLateTakesItsLadderToo() {
        CaseReference reference = inAssessment();
        late(reference, "task_checkIdentityAndEligibility");
        runOut(reference, "timer_reminderOver");
        assertThat(open(reference)).contains("task_unblockOverdueStep");

        withdraw(reference);

        assertThat(running(reference)).isFalse();
        assertThat(open(reference)).isEmpty();
        assertThat(status(reference)).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("assessment-and-plan");
    }
}
