package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Channel;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.OutOfHours;

/** Every path of {@code first-contact}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstContactPathsTest extends ModelTest {

    @Autowired
    private OutOfHours outOfHours;

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
    void whatBeganAtNightIsCompletedByDayAndNotAskedAgain() {
        CaseReference reference = atNight();
        assertThat(open(reference)).containsExactly("task_completeOutOfHoursRecord");
        lateThenAnswered(reference, "task_completeOutOfHoursRecord", FilledForms.nightCompleted(true));
        assertThat(work.open(step(reference, "task_triageApproach").stepId()).facts())
                .containsEntry("homelessTonight", "yes").containsEntry("interimDue", "yes");

        answer(reference, "task_triageApproach", FilledForms.homelessTonight());

        assertThat(open(reference)).as("the place of the night becomes one with a sign-up and a claim")
                .containsExactly("task_checkIdentityAndEligibility", "task_findUnit");
    }

    @Test
    void anArrangementOfTheNightThatNoLongerHoldsIsMadeAgain() {
        CaseReference reference = atNight();
        answer(reference, "task_completeOutOfHoursRecord", FilledForms.nightCompleted(false));
        answer(reference, "task_triageApproach", FilledForms.homelessTonight());

        assertThat(open(reference)).containsExactly("task_checkIdentityAndEligibility",
                "task_findUnit");
    }

    private CaseReference atNight() {
        return outOfHours.take(new NewCase(TEAM, Channel.OUT_OF_HOURS, null, Person.applicant("Jordan", "Example",
                        null), List.of(), null, Set.of(), Set.of(), null, "Put out of the flat tonight"),
                new OutOfHours.Night("Two children", false, false, false, true, null, "Put out of the flat tonight"),
                new InterimArrangement("PLACED", "Harbour Lodge", "HOSTEL_REFUGE", today(), true,
                        "One family room", null));
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
