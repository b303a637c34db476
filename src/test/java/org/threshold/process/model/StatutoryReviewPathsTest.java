package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.ReviewableDecisions;
import org.threshold.homelessness.ReviewableDecisions.Reviewable;
import org.threshold.homelessness.Reviews;

/** Every path of {@code statutory-review}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatutoryReviewPathsTest extends ModelTest {

    @Autowired
    private Reviews reviews;
    @Autowired
    private ReviewableDecisions decisions;
    @Autowired
    private StatutoryClocks clocks;

    @Test
    void aDecisionThatStandsIsNotifiedWithTheRightToAppeal() {
        CaseReference reference = underReview();
        assertThat(clocks.running(reference, ClockKind.REVIEW_REQUEST)).isEmpty();

        answerAs(LEADER, reference, "task_decideReview", FilledForms.reviewed("UPHELD"));

        assertThat(route(reference)).endsWith("task_decideReview", "service_notifyReview", "end_reviewNotified");
        assertThat(lettersOf(reference)).contains("review-decision");
        assertThat(clocks.running(reference, ClockKind.REVIEW_8_WEEKS)).isEmpty();
        assertThat(clocks.running(reference, ClockKind.COUNTY_COURT_APPEAL).orElseThrow().period().lastDay())
                .isEqualTo(today().plusDays(21));
        assertThat(reviews.of(reference)).singleElement().satisfies(review -> {
            assertThat(review.result().by()).isEqualTo(LEADER);
            assertThat(review.notifiedOn()).isEqualTo(today());
        });
    }

    @Test
    void aWithdrawnRequestEndsWithoutALetter() {
        CaseReference reference = underReview();

        answerAs(LEADER, reference, "task_decideReview", FilledForms.reviewed("WITHDRAWN"));

        assertThat(route(reference)).endsWith("task_decideReview", "end_reviewWithdrawn");
        assertThat(lettersOf(reference)).doesNotContain("review-decision");
        assertThat(clocks.running(reference, ClockKind.REVIEW_8_WEEKS)).isEmpty();
        assertThat(clocks.running(reference, ClockKind.COUNTY_COURT_APPEAL)).isEmpty();
    }

    @Test
    void neitherWhoDraftedNorWhoSignedMayDecideIt() {
        CaseReference reference = underReview();

        assertThat(send(OFFICER, reference, "task_decideReview", FilledForms.reviewed("UPHELD")))
                .containsExactly("You cannot decide this review, because you made the decision that is reviewed.");
        assertThat(send(COLLEAGUE, reference, "task_decideReview", FilledForms.reviewed("UPHELD"))).hasSize(1);

        assertThat(open(reference)).contains("task_decideReview");
    }

    @Test
    void aLateReviewClimbsAndOutlivesTheCase() {
        CaseReference reference = underReview();
        answer(reference, "task_closeCase", FilledForms.closing());
        assertThat(clocks.running(reference, ClockKind.REVIEW_8_WEEKS)).isPresent();

        lateThenAnsweredBy(LEADER, reference, "task_decideReview", FilledForms.reviewed("OVERTURNED"));

        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("statutory-review");
    }

    /** The applicant asks for a review of the decision that they are not homeless, in time. */
    private CaseReference underReview() {
        CaseReference reference = inDecision("NOT_HOMELESS");
        decide(reference, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "NO", "UNDECIDED"));
        Reviewable decision = decisions.of(reference).stream()
                .filter(each -> each.matter() == ReviewMatter.DUTY_OWED).findFirst().orElseThrow();
        assertThat(decision.decidedBy()).isEqualTo(Set.of(OFFICER, COLLEAGUE));
        reviews.request(reference, new Review.Request(decision.matter(), decision.notifiedOn(), decision.decidedBy(),
                today(), Review.Form.PHONE, "You did not ask my doctor", null, null));
        return reference;
    }
}
