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

/** Every path of {@code first-contact}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstContactPathsTest extends ModelTest {

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
    void lateStepsClimb() {
        CaseReference reference = approach();
        lateThenAnswered(reference, "task_triageApproach", FilledForms.noReasonToBelieve());
        lateThenAnswered(reference, "task_giveAdvice", FilledForms.advice());
        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("first-contact");
    }
}
