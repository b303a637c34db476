package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;

/** Every path of {@code homelessness-approach}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomelessnessApproachPathsTest extends ModelTest {

    @Test
    void interimAccommodationIsReachedWithIdentityAndEligibilityStillOpen() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.homelessTonight());

        assertThat(open(reference)).containsExactly("task_arrangeInterimAccommodation",
                "task_checkIdentityAndEligibility");
        assertThat(route(reference)).doesNotContain("end_noDutyOwed", "task_recordAssessment");
        answer(reference, "task_arrangeInterimAccommodation", FilledForms.interimPlaced(today()));

        assertThat(route(reference)).contains("end_interimAccommodationArranged");
        assertThat(open(reference)).containsExactly("task_checkIdentityAndEligibility");
    }

    @Test
    void interimAccommodationIsStillArrangedAfterTheAssessment() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.homelessTonight());
        answer(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        answer(reference, "task_recordAssessment", FilledForms.homeless(today()));

        assertThat(open(reference)).containsExactly("task_agreePlan", "task_arrangeInterimAccommodation");
    }

    @Test
    void lateStepsClimb() {
        CaseReference tonight = approach();
        answer(tonight, "task_triageApproach", FilledForms.homelessTonight());
        lateThenAnswered(tonight, "task_arrangeInterimAccommodation", FilledForms.interimPlaced(today()));

        CaseReference closed = inDecision("NOT_HOMELESS");
        decide(closed, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        lateThenAnswered(closed, "task_closeCase", FilledForms.closing());
        assertThat(running(closed)).isFalse();
    }

    @Test
    void aWithdrawalEndsTheCaseAtAnyStage() {
        CaseReference diary = inDiary();
        CaseReference interim = approach();
        answer(interim, "task_triageApproach", FilledForms.homelessTonight());
        for (CaseReference reference : new CaseReference[] {approach(), diary, interim, inAssessment(), inPrevention(),
                inRelief(), inDecision("NOT_ELIGIBLE"), inMainDuty()}) {
            assertThat(withdraw(reference)).isTrue();
            assertThat(running(reference)).isFalse();
            assertThat(open(reference)).isEmpty();
            assertThat(status(reference)).isEqualTo(CaseStatus.WITHDRAWN);
            assertThat(withdraw(reference)).as("once is enough").isFalse();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void everyOtherEndIsPlayedToo() {
        CaseReference advised = approach();
        answer(advised, "task_triageApproach", FilledForms.noReasonToBelieve());
        answer(advised, "task_giveAdvice", FilledForms.advice());
        CaseReference housed = inMainDuty();
        answer(housed, "task_dischargeMainDuty", FilledForms.discharged(today()));
        CaseReference prevented = inPrevention();
        answer(prevented, "task_preventHomelessness", FilledForms.preventionSecured(today()));
        CaseReference lost = inPrevention();
        answer(lost, "task_preventHomelessness", FilledForms.becameHomeless(today()));
        answer(lost, "task_relieveHomelessness", FilledForms.reliefSecured(today()));
        CaseReference decided = inRelief();
        runOut(decided, "timer_reliefDay56");
        decide(decided, "NOT_PRIORITY_NEED", FilledForms.findings("YES", "YES", "NO", "UNDECIDED"));
        answer(decided, "task_closeCase", FilledForms.closing());

        for (CaseReference reference : new CaseReference[] {advised, housed, prevented, lost, decided}) {
            assertThat(running(reference)).isFalse();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("homelessness-approach");
    }
}
