package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.Placement;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.letter.LetterReleases;
import org.threshold.letter.Letters.Letter;
import org.threshold.moveon.InterimEnds;

/** From the notice that ends the interim duty to the letter that says when they must leave. */
class InterimEndsTest extends HomelessnessTest {

    @Autowired
    private Homes homes;
    @Autowired
    private InterimEnds interim;
    @Autowired
    private Leaving leaving;
    @Autowired
    private LetterReleases releases;
    @Autowired
    private Reviews reviews;
    @Autowired
    private ReviewableDecisions reviewable;

    @Test
    void itIsToldOnceTheNoticeHasEndedItAndASecondPersonReadsTheLetter() {
        CaseReference reference = under(DutyKind.RELIEF);
        Placement placement = homes.moveIn(reference, Homes.FLAT, DAY_ONE);
        assertThatThrownBy(() -> interim.end(reference, placement.id(), DAY_ONE.plusDays(28), "Four weeks"))
                .isInstanceOf(RuntimeException.class).hasMessageContaining("still owed");
        decide(reference);

        assertThatThrownBy(() -> interim.end(reference, placement.id(), DAY_ONE, "Today"))
                .hasMessageContaining("in the future");
        interim.end(reference, placement.id(), DAY_ONE.plusDays(28), "Four weeks");

        Letter letter = letters.of(reference).stream().filter(each -> each.template().equals("interim-ended")).findFirst()
                .orElseThrow();
        assertThat(releases.of(reference, letter.id()).waits()).isTrue();
        assertThat(leaving.open(reference, placement.id())).isPresent();
        assertThat(interim.open(reference)).isEmpty();
        assertThat(duties.running(reference, DutyKind.RELIEF)).as("help to find a home goes on").isPresent();
        assertThatThrownBy(() -> interim.end(reference, placement.id(), DAY_ONE.plusDays(28), "Again"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobodyLeavesOnALetterThatWasHeldBackAndAnotherOneIsWrittenThen() {
        CaseReference reference = under(DutyKind.RELIEF);
        Placement placement = homes.moveIn(reference, Homes.FLAT, DAY_ONE);
        decide(reference);
        interim.end(reference, placement.id(), DAY_ONE.plusDays(28), "Four weeks");
        Letter letter = letters.of(reference).stream().filter(each -> each.template().equals("interim-ended")).findFirst()
                .orElseThrow();
        actAs("senior");
        releases.answer(reference, letter.id(), false, "They have asked for longer");

        assertThat(leaving.open(reference, placement.id())).isEmpty();
        actAs("officer");
        assertThat(interim.open(reference)).hasSize(1);
        interim.end(reference, placement.id(), DAY_ONE.plusDays(28), "Four weeks, as agreed with them");
        assertThat(letters(reference).stream().filter("interim-ended"::equals)).hasSize(2);
    }

    /** What a review has overturned ends nothing any more, also before anything else was put right. */
    @Test
    void aDecisionThatWasOverturnedOnReviewEndsNothing() {
        CaseReference reference = under(DutyKind.RELIEF);
        homes.moveIn(reference, Homes.FLAT, DAY_ONE);
        decide(reference);
        assertThat(interim.over(reference)).isPresent();
        ReviewableDecisions.Reviewable one = reviewable.of(reference).stream()
                .filter(each -> each.key().startsWith("decision-")).findFirst().orElseThrow();
        long id = reviews.request(reference, new Review.Request(one.matter(), one.notifiedOn(), one.decidedBy(), DAY_ONE,
                Review.Form.PHONE, "You did not ask my doctor", null, null, one.key()));
        assertThat(interim.over(reference)).as("a review alone keeps nothing (s188(3))").isPresent();

        actAs("manager");
        reviews.decide(id, Review.Outcome.OVERTURNED, "The doctor's letter");

        assertThat(interim.over(reference)).isEmpty();
    }

    /** s188(2A): relief is not taken to have ended until the decision on the suitability of the final offer is notified. */
    @Test
    void itGoesOnWhileTheSuitabilityOfTheFinalOfferIsReviewed() {
        CaseReference reference = under(DutyKind.RELIEF);
        Placement placement = homes.moveIn(reference, Homes.FLAT, DAY_ONE);
        jdbc.sql("""
                update duty set ended_on = :day, end_reason = 'REFUSED_FINAL_OFFER', ended_by = 'officer', ended_at = now()
                where case_reference = :case""").param("day", DAY_ONE).param("case", reference.value()).update();
        assertThat(interim.over(reference)).isPresent();
        long id = reviews.request(reference, new Review.Request(ReviewMatter.SUITABILITY, DAY_ONE, Set.of("officer"),
                DAY_ONE, Review.Form.PHONE, "The stairs", null, null, "offer-1"));

        assertThat(interim.over(reference)).isEmpty();
        assertThatThrownBy(() -> interim.end(reference, placement.id(), DAY_ONE.plusDays(28), "Four weeks"))
                .isInstanceOf(RuntimeException.class).hasMessageContaining("still owed");
        actAs("manager");
        reviews.decide(id, Review.Outcome.UPHELD, "There is a lift");
        assertThat(interim.over(reference)).as("decided, and not notified").isEmpty();
        reviews.notifyDecision(id);
        assertThat(interim.over(reference)).isPresent();
    }

    private void decide(CaseReference reference) {
        find(reference, Findings.of(Finding.YES, Finding.YES, Finding.NO, Finding.NO));
        decisions.draft(reference, new Decision.Draft(DecisionOutcome.NOT_PRIORITY_NEED, "Asked", "Because", null));
        actAs("senior");
        decisions.sign(reference);
        actAs("officer");
        decisions.issue(reference);
    }
}
