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

/** Every path of {@code homelessness-approach}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomelessnessApproachPathsTest extends ModelTest {

    @Test
    void adviceClosesTheCaseWhereThereIsNoReasonToBelieve() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.noReasonToBelieve());

        answer(reference, "task_giveAdvice", FilledForms.advice());

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.ADVICE_ONLY);
    }

    @Test
    void adviceThatFindsAReasonToBelieveGoesBackToTriage() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.noReasonToBelieve());

        answer(reference, "task_giveAdvice", FilledForms.of("reasonToBelieve", "yes"));

        assertThat(open(reference)).containsExactly("task_triageApproach");
    }

    @Test
    void onItsDiaryDateTheCaseComesBackToTriage() {
        CaseReference reference = inDiary();
        assertThat(open(reference)).isEmpty();

        runOut(reference, "timer_diaryDate");

        assertThat(today()).isEqualTo("2027-05-12");
        assertThat(open(reference)).containsExactly("task_triageApproach");
    }

    @Test
    void aDiaryDateThatHasPassedDoesNotCountAtTheNextTriage() {
        CaseReference reference = inDiary();
        runOut(reference, "timer_diaryDate");

        answer(reference, "task_triageApproach", FilledForms.noReasonToBelieve());

        assertThat(open(reference)).containsExactly("task_giveAdvice");
    }

    @Test
    void whoIsBackInTouchEarlierIsTriagedAtOnce() {
        CaseReference reference = inDiary();

        assertThat(backInTouch(reference)).isTrue();

        assertThat(open(reference)).containsExactly("task_triageApproach");
        assertThat(timers(reference, "timer_diaryDate")).isEmpty();
        assertThat(backInTouch(reference)).as("triage is already open").isFalse();
    }

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
    void theMainDutyEndsWithAHome() {
        CaseReference reference = underMainDuty();

        answer(reference, "task_dischargeMainDuty", FilledForms.discharged(today()));

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
    }

    @Test
    void aMainDutyThatEndsAgainstTheApplicantNeedsASecondOfficer() {
        CaseReference reference = underMainDuty();
        answer(reference, "task_dischargeMainDuty", FilledForms.offerRefused(today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());
        assertThat(open(reference)).containsExactly("task_dischargeMainDuty");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);
        answer(reference, "task_dischargeMainDuty", FilledForms.offerRefused(today()));

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
    }

    @Test
    void lateStepsClimb() {
        CaseReference advised = approach();
        lateThenAnswered(advised, "task_triageApproach", FilledForms.noReasonToBelieve());
        lateThenAnswered(advised, "task_giveAdvice", FilledForms.advice());
        assertThat(running(advised)).isFalse();

        CaseReference tonight = approach();
        answer(tonight, "task_triageApproach", FilledForms.homelessTonight());
        lateThenAnswered(tonight, "task_arrangeInterimAccommodation", FilledForms.interimPlaced(today()));

        CaseReference housed = underMainDuty();
        lateThenAnswered(housed, "task_dischargeMainDuty", FilledForms.discharged(today()));
        assertThat(running(housed)).isFalse();

        CaseReference closed = inDecision("NOT_HOMELESS");
        decide(closed, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        lateThenAnswered(closed, "task_closeCase", FilledForms.closing());
        assertThat(running(closed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"homelessTonight, EMERGENCY", "domesticAbuse, TWENTY_FOUR_HOURS", "hateCrime, TWENTY_FOUR_HOURS",
        "aged16or17, YOUNG_PERSON"})
    void riskSetsThePriorityLane(String risk, String lane) {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", risk.equals("homelessTonight") ? FilledForms.homelessTonight()
                : FilledForms.with(FilledForms.noInterim(), risk, "yes"));

        assertThat(step(reference, "task_checkIdentityAndEligibility").lane()).isEqualTo(lane);
    }

    @Test
    void aWithdrawalEndsTheCaseAtAnyStage() {
        CaseReference diary = inDiary();
        CaseReference interim = approach();
        answer(interim, "task_triageApproach", FilledForms.homelessTonight());
        for (CaseReference reference : new CaseReference[] {approach(), diary, interim, inAssessment(), inPrevention(),
                inRelief(), inDecision("NOT_ELIGIBLE"), underMainDuty()}) {
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
        CaseReference prevented = inPrevention();
        answer(prevented, "task_preventHomelessness", FilledForms.preventionSecured(today()));
        CaseReference lost = inPrevention();
        answer(lost, "task_preventHomelessness", FilledForms.becameHomeless(today()));
        answer(lost, "task_relieveHomelessness", FilledForms.reliefSecured(today()));
        CaseReference decided = inRelief();
        runOut(decided, "timer_reliefDay56");
        decide(decided, "NOT_PRIORITY_NEED", FilledForms.findings("YES", "YES", "NO", "UNDECIDED"));
        answer(decided, "task_closeCase", FilledForms.closing());

        assertThat(running(prevented) || running(lost) || running(decided)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("homelessness-approach");
    }

    private CaseReference inDiary() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.diary(today().plusDays(100)));
        return reference;
    }

    private CaseReference underMainDuty() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay42");
        answer(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "YES", "NO"));
        runOut(reference, "timer_reliefDay56");
        decide(reference, "MAIN_DUTY", FilledForms.findings("YES", "YES", "YES", "NO"));
        return reference;
    }
}
