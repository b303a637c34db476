package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Channel;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.Belongings;
import org.threshold.homelessness.BelongingsKept;
import org.threshold.homelessness.Cancellations;
import org.threshold.homelessness.CaseMerges;
import org.threshold.homelessness.Death;
import org.threshold.homelessness.Deaths;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.LostContacts;
import org.threshold.homelessness.OutOfHours;
import org.threshold.homelessness.Reopenings;
import org.threshold.homelessness.Stage;

/** The route of a case that something ended, or began, outside its steps: what it did and waited for, in order. */
class WaysOutOfAnApproachTest extends ModelTest {

    private static final String TRIAGED = "task_triageApproach decision_priorityLane decision_triage end_application"
            + " end_interimAccommodationNotDue";
    private static final String ASSESSING = TRIAGED + " task_checkIdentityAndEligibility";

    @Autowired
    private LostContacts lost;
    @Autowired
    private Deaths deaths;
    @Autowired
    private Cancellations cancellations;
    @Autowired
    private CaseMerges merges;
    @Autowired
    private Reopenings reopenings;
    @Autowired
    private OutOfHours outOfHours;
    @Autowired
    private BelongingsKept belongings;

    @Test
    void contactLostDuringTheAssessment() {
        CaseReference reference = inAssessment();
        triedInVain(reference);
        lost.end(reference, "No answer for a week", true);

        assertRoute(reference, CaseStatus.CONTACT_LOST, ASSESSING + " service_recordLostContact end_contactLost");
    }

    @Test
    void backInTouchThenLostCountsFromTheLastContact() {
        CaseReference reference = inDiary();
        triedInVain(reference);
        backInTouch(reference);

        assertThat(attempts.missing(reference)).get().asString().contains("0 attempts in 0 ways");
    }

    @Test
    void diedDuringTheAssessmentWithBelongingsInAStore() {
        CaseReference reference = inAssessment();
        belongings.begin(reference, "Bailiff", "No store", "Furniture");
        answer(reference, "task_secureBelongings", FilledForms.belongingsSecured(today().plusDays(28)));
        deaths.record(reference, new Death(today(), today(), "Hospital", "Rang back", "A sister"));
        assertThat(status(reference)).isEqualTo(CaseStatus.DECEASED);
        runOut(reference, "timer_checkDate");
        assertThat(send(OFFICER, reference, "task_checkBelongings", FilledForms.belongingsEnd("COLLECTED")))
                .singleElement().asString().contains("The applicant has died");
        answer(reference, "task_checkBelongings", FilledForms.belongingsEnd("DIED"));

        assertRoute(reference, CaseStatus.DECEASED, ASSESSING + " task_secureBelongings service_tellProtected"
                + " service_recordDeath end_applicantDied timer_checkDate task_checkBelongings service_notifyEnd"
                + " end_protectionEnded");
        assertThat(lettersOf(reference)).as("nothing after the death").containsExactly("belongings-protected");
    }

    @Test
    void createdInError() {
        CaseReference reference = approach();
        signIn(LEADER);
        cancellations.createdInError(reference, "Wrong person");

        assertRoute(reference, CaseStatus.CREATED_IN_ERROR, "task_triageApproach service_cancelApproach end_cancelled");
    }

    @Test
    void mergedWhileItWaitsInTheDiary() {
        CaseReference stays = inAssessment();
        CaseReference goes = inDiary();
        signIn(LEADER);
        merges.merge(stays, goes, "Same person", false);

        assertRoute(goes, CaseStatus.MERGED, "task_triageApproach decision_priorityLane decision_triage"
                + " service_cancelApproach end_cancelled");
        assertThat(timers(goes, "timer_diaryDate")).isEmpty();
        assertThat(running(stays)).isTrue();
    }

    @Test
    void withdrawnThenTakenUpAgainAtTriage() {
        CaseReference reference = approach();
        withdraw(reference);
        signIn(LEADER);
        reopenings.reopen(reference, Stage.TRIAGE, "Somebody else had rung", false);
        signIn(OFFICER);
        answer(reference, "task_triageApproach", FilledForms.noReasonToBelieve());
        answer(reference, "task_giveAdvice", FilledForms.advice());

        assertRoute(reference, CaseStatus.ADVICE_ONLY, "task_triageApproach service_recordWithdrawal end_withdrawn "
                + "task_triageApproach decision_priorityLane decision_triage task_giveAdvice service_closeAdviceOnly"
                + " end_adviceGiven end_adviceOnly");
    }

    @Test
    void fromTheNightToTheAssessment() {
        CaseReference reference = outOfHours.take(new NewCase(TEAM, Channel.OUT_OF_HOURS, null,
                Person.applicant("Jordan", "Example", null), List.of(), null, Set.of(), Set.of(), null, "Put out"),
                new OutOfHours.Night(null, true, false, false, true, null, "Put out tonight"),
                new InterimArrangement("REFUSED", null, null, null, null, null, "Went to a friend"));
        answer(reference, "task_completeOutOfHoursRecord", FilledForms.nightCompleted(true));
        answer(reference, "task_triageApproach", FilledForms.noInterim());
        withdraw(reference);

        assertRoute(reference, CaseStatus.WITHDRAWN, "task_completeOutOfHoursRecord " + ASSESSING
                + " service_recordWithdrawal end_withdrawn");
    }

    @Test
    void belongingsCollectedBeforeTheirFirstCheck() {
        CaseReference reference = inAssessment();
        belongings.begin(reference, "Bailiff", "No store", "Furniture");
        answer(reference, "task_secureBelongings", FilledForms.belongingsSecured(today().plusDays(28)));
        belongings.endNow(reference, Belongings.End.COLLECTED, "With a van");
        follow(reference);

        assertThat(route(reference)).containsExactly((ASSESSING + " task_secureBelongings service_tellProtected"
                + " message_endedEarly service_notifyEnd end_protectionEnded").split(" "));
        assertThat(lettersOf(reference)).containsExactly("belongings-protected", "belongings-end");
    }

    private void assertRoute(CaseReference reference, CaseStatus end, String route) {
        assertThat(route(reference)).containsExactly(route.split(" "));
        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(end);
        signIn(OFFICER);
    }
}
