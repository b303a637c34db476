package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewAccommodations;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.homelessness.ReviewEvent.Form;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.ReviewableDecisions;
import org.threshold.homelessness.ReviewableDecisions.Reviewable;
import org.threshold.homelessness.Reviews;
import org.threshold.worklist.StepTaken;

/** Every path of {@code statutory-review}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatutoryReviewPathsTest extends ModelTest {

    @Autowired
    private Reviews reviews;
    @Autowired
    private ReviewCourse course;
    @Autowired
    private ReviewAccommodations accommodations;
    @Autowired
    private ReviewableDecisions decisions;
    @Autowired
    private StatutoryClocks clocks;

    @Test
    void aDecisionThatStandsIsNotifiedWithTheRightToAppeal() {
        CaseReference reference = underReview();
        assertThat(clocks.running(reference, ClockKind.REVIEW_REQUEST)).isEmpty();
        assertThat(open(reference)).contains("task_chooseReviewer", "task_considerAccommodation");
        lateThenAnsweredBy(COLLEAGUE, reference, "task_chooseReviewer", ReviewForms.reviewer(LEADER));
        assertThat(lettersOf(reference)).contains("review-acknowledged");
        lateThenAnsweredBy(OFFICER, reference, "task_considerAccommodation", ReviewForms.accommodation(false));
        runOut(reference, "timer_representationsDue");
        assertThat(step(reference, "task_examineReview").owner()).isEqualTo(LEADER);
        lateThenAnsweredBy(LEADER, reference, "task_examineReview", ReviewForms.nothingDeficient());

        lateThenAnsweredBy(LEADER, reference, "task_decideReview", FilledForms.reviewed("UPHELD"));

        assertThat(route(reference)).endsWith("service_notifyReview", "end_reviewNotified");
        assertThat(lettersOf(reference)).contains("review-decision", "accommodation-pending-review");
        assertThat(clocks.running(reference, ClockKind.REVIEW_8_WEEKS)).isEmpty();
        assertThat(clocks.running(reference, ClockKind.COUNTY_COURT_APPEAL).orElseThrow().period().lastDay())
                .isEqualTo(today().plusDays(21));
        assertThat(reviews.of(reference)).singleElement().satisfies(review -> {
            assertThat(review.result().by()).isEqualTo(LEADER);
            assertThat(review.notifiedOn()).isEqualTo(today());
        });
    }

    @Test
    void whereItIsDeficientTheyAreToldFirstHeardAndMayStillWin() {
        CaseReference reference = inExamination();
        answerAs(LEADER, reference, "task_examineReview", ReviewForms.deficientAgainst());
        assertThat(lettersOf(reference)).contains("review-minded-to");
        course.represent(id(reference), today(), Form.HEARING_ASKED, "They want to come with a friend");
        follow(reference);
        lateThenAnsweredBy(LEADER, reference, "task_hearReview", ReviewForms.heard(today()));

        answerAs(LEADER, reference, "task_decideReview", FilledForms.reviewed("OVERTURNED"));

        assertThat(route(reference)).contains("service_tellMindedTo", "message_mindedToAnswered", "service_seeWhatFollows");
        answer(reference, "task_speakWithHousehold", FilledForms.putRight());
        assertThat(route(reference)).endsWith("end_decisionOverturned");
    }

    @Test
    void whoeverDoesNotAnswerIsDecidedOnAllTheSame() {
        CaseReference reference = inExamination();
        answerAs(LEADER, reference, "task_examineReview", ReviewForms.deficientAgainst());
        runOut(reference, "timer_answerDue");

        answerAs(LEADER, reference, "task_decideReview", FilledForms.reviewed("UPHELD"));

        assertThat(route(reference)).endsWith("end_reviewNotified");
    }

    @Test
    void nobodyIsDecidedAgainstOnADeficientDecisionBeforeTheyWereTold() {
        CaseReference reference = inExamination();
        answerAs(LEADER, reference, "task_examineReview", ReviewForms.deficientFor());
        assertThat(send(LEADER, reference, "task_decideReview", FilledForms.reviewed("UPHELD"))).singleElement()
                .satisfies(why -> assertThat(why).contains("they must be told what you are minded to decide"));
        answerAs(LEADER, reference, "task_decideReview", FilledForms.reviewed("MINDED"));
        assertThat(lettersOf(reference)).contains("review-minded-to");
        course.represent(id(reference), today(), Form.WRITTEN, "My doctor is wrong");
        follow(reference);

        answerAs(LEADER, reference, "task_decideReview", FilledForms.reviewed("WITHDRAWN"));

        assertThat(route(reference)).endsWith("task_decideReview", "end_reviewWithdrawn");
        assertThat(lettersOf(reference)).doesNotContain("review-decision");
        assertThat(clocks.running(reference, ClockKind.REVIEW_8_WEEKS)).isEmpty();
        assertThat(clocks.running(reference, ClockKind.COUNTY_COURT_APPEAL)).isEmpty();
    }

    @Test
    void accommodationUntilThenIsConsideredAgainWhenTheyAskOrSomethingIsNew() {
        CaseReference reference = underReview();
        assertThatThrownBy(() -> accommodations.askedAgain(id(reference), "My mother is ill"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("is being considered now");
        answer(reference, "task_considerAccommodation", ReviewForms.accommodation(true));
        ownPlace(reference);
        accommodations.askedAgain(id(reference), "The friend wants them to leave");
        answer(reference, "task_considerAccommodation", ReviewForms.accommodation(false));
        accommodations.askedAgain(id(reference), "The friend has put them out");

        assertThat(open(reference)).contains("task_considerAccommodation");
        assertThat(lettersOf(reference)).filteredOn("accommodation-pending-review"::equals).hasSize(2);
        assertThat(accommodations.of(reference)).extracting(each -> each.considered().granted())
                .containsExactly(false, true);
    }

    @Test
    void theRequestCanBeWithdrawnAtAnyTime() {
        CaseReference reference = underReview();

        reviews.withdraw(id(reference), today(), "They rang: the family has taken them back");
        follow(reference);

        assertThat(route(reference)).endsWith("end_requestTakenBack");
        assertThat(open(reference)).doesNotContain("task_chooseReviewer", "task_considerAccommodation");
        assertThat(clocks.running(reference, ClockKind.REVIEW_8_WEEKS)).isEmpty();
        assertThatThrownBy(() -> reviews.withdraw(id(reference), today(), "Again")).isInstanceOf(NotPossible.class);
    }

    @Test
    void whenTheLastDayComesNearSomebodySeesToItAndAfterItTheyMayAppeal() {
        CaseReference reference = underReview();
        var last = clocks.running(reference, ClockKind.REVIEW_8_WEEKS).orElseThrow().period().lastDay();
        runOut(reference, "start_lastDayNear");
        assertThat(today()).isEqualTo(last.minusDays(13));
        assertThat(send(LEADER, reference, "task_seeReviewInTime", ReviewForms.longer(today(), last))).singleElement()
                .satisfies(why -> assertThat(why).startsWith("The new last day must be after"));
        lateThenAnsweredBy(LEADER, reference, "task_seeReviewInTime", ReviewForms.longer(today(), last.plusDays(10)));
        assertThat(lettersOf(reference)).contains("review-longer");

        runOut(reference, "start_outOfTime");

        assertThat(today()).isEqualTo(last.plusDays(11));
        assertThat(lettersOf(reference)).contains("review-out-of-time");
        assertThat(clocks.running(reference, ClockKind.COUNTY_COURT_APPEAL).orElseThrow().period().lastDay())
                .isEqualTo(last.plusDays(31));
        assertThat(open(reference)).contains("task_chooseReviewer");
    }

    @Test
    void neitherWhoDraftedNorWhoSignedNorAnybodyButTheReviewerMayDecideIt() {
        CaseReference reference = inExamination();

        for (String who : List.of(OFFICER, COLLEAGUE)) {
            assertThatThrownBy(() -> send(who, reference, "task_examineReview", ReviewForms.nothingDeficient()))
                    .isInstanceOf(StepTaken.class);
            signIn(who);
            assertThatThrownBy(() -> course.examined(id(reference), null, null)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> reviews.decide(id(reference), Review.Outcome.UPHELD, "Because"))
                    .isInstanceOf(NotPermitted.class);
        }

        assertThat(open(reference)).contains("task_examineReview");
    }

    @Test
    void onlyWhoIsIndependentCanBeChosen() {
        CaseReference reference = underReview();
        assertThat(course.couldReview(id(reference))).containsKey(LEADER).doesNotContainKeys(OFFICER, COLLEAGUE);
        assertThat(send(COLLEAGUE, reference, "task_chooseReviewer", ReviewForms.reviewer(COLLEAGUE))).hasSize(1);
        assertThatThrownBy(() -> course.choose(id(reference), OFFICER, null)).isInstanceOf(NotPossible.class);
    }

    @Test
    void aReviewOutlivesTheCase() {
        CaseReference reference = inExamination();
        answer(reference, "task_closeCase", FilledForms.closing());
        assertThat(clocks.running(reference, ClockKind.REVIEW_8_WEEKS)).isPresent();
        answerAs(LEADER, reference, "task_examineReview", ReviewForms.nothingDeficient());
        answerAs(LEADER, reference, "task_decideReview", FilledForms.reviewed("UPHELD"));

        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("statutory-review");
    }

    private long id(CaseReference reference) {
        return reviews.of(reference).get(0).id();
    }

    /** The leader reviews, and what the applicant had to say is there. */
    private CaseReference inExamination() {
        CaseReference reference = underReview();
        answerAs(COLLEAGUE, reference, "task_chooseReviewer", ReviewForms.reviewer(LEADER));
        course.represent(id(reference), today(), Form.SPOKEN, "Nobody asked my doctor");
        follow(reference);
        return reference;
    }

    /** The applicant asks for a review of the decision that they are not homeless, in time. */
    private CaseReference underReview() {
        CaseReference reference = inDecision("NOT_HOMELESS");
        decide(reference, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        Reviewable decision = decisions.of(reference).stream()
                .filter(each -> each.matter() == ReviewMatter.DUTY_OWED).findFirst().orElseThrow();
        assertThat(decision.decidedBy()).isEqualTo(Set.of(OFFICER, COLLEAGUE));
        reviews.request(reference, new Review.Request(decision.matter(), decision.notifiedOn(), decision.decidedBy(),
                today(), Review.Form.PHONE, "You did not ask my doctor", null, null, decision.key()));
        return reference;
    }
}
