package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;

/** Requests in time and late, how long each review may take, and who may decide it. */
class ReviewsTest extends HomelessnessTest {

    @Autowired
    private Reviews reviews;
    @Autowired
    private ReviewConsequences consequences;

    @ParameterizedTest
    @CsvSource({"PLAN_STEPS_RELIEF, 21", "PLAN_STEPS_PREVENTION, 21", "PREVENTION_ENDED, 21",
        "NON_COOPERATION_PREVENTION, 21", "NON_COOPERATION_RELIEF, 56", "RELIEF_ENDED, 56", "ELIGIBILITY, 56",
        "DUTY_OWED, 56", "REFERRAL, 56", "SUITABILITY, 56", "DUTY_AFTER_REFERRAL, 56",
        "REFERRAL_CONDITIONS_JOINT, 70", "REFERRAL_CONDITIONS_APPOINTED, 84"})
    void eachMatterHasItsLength(ReviewMatter matter, int days) {
        CaseReference reference = newCase();

        reviews.request(reference, asked(matter, DAY_ONE.minusDays(5), DAY_ONE, null));

        StatutoryClock clock = clocks.running(reference, matter.clock()).orElseThrow();
        assertThat(clock.period().lastDay()).isEqualTo(DAY_ONE.plusDays(days - 1L));
    }

    @Test
    void anExtensionAgreedInWritingMovesTheLastDayAndKeepsWhatWasBelieved() {
        CaseReference reference = newCase();
        LocalDate until = DAY_ONE.plusDays(90);
        reviews.request(reference, new Review.Request(ReviewMatter.DUTY_OWED, DAY_ONE, Set.of("officer"), DAY_ONE,
                Review.Form.EMAIL, "Please look again", null, new Review.Extension(until, DAY_ONE)));

        StatutoryClock clock = clocks.running(reference, ClockKind.REVIEW_8_WEEKS).orElseThrow();
        assertThat(clock.period().lastDay()).isEqualTo(until);
        assertThat(clocks.earlierBeliefs(clock)).singleElement()
                .satisfies(was -> assertThat(was.lastDay()).isEqualTo(DAY_ONE.plusDays(55)));
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false"})
    void theRightToAskLastsTwentyOneDaysBeginningWithTheNotice(int daysAfter, boolean inTime) {
        CaseReference reference = newCase();
        Review.Request request = asked(ReviewMatter.DUTY_OWED, DAY_ONE.minusDays(daysAfter), DAY_ONE, null);
        if (inTime) {
            assertThat(reviews.request(reference, request)).isPositive();
        } else {
            assertThatThrownBy(() -> reviews.request(reference, request)).isInstanceOf(NotPossible.class)
                    .hasMessageContaining("They asked after 31 May 2026, the last day of their 21 days");
        }
    }

    @Test
    void aLateRequestThatIsNotTakenIsKeptAndStartsNothing() {
        CaseReference reference = newCase();

        reviews.request(reference, asked(ReviewMatter.DUTY_OWED, DAY_ONE.minusDays(40), DAY_ONE,
                new Review.Late(false, "A year of advice from a solicitor, and no reason given")));

        assertThat(reviews.of(reference)).singleElement().satisfies(review -> {
            assertThat(review.refusedAsLate()).isTrue();
            assertThat(review.running()).isFalse();
        });
        assertThat(clocks.running(reference, ClockKind.REVIEW_8_WEEKS)).isEmpty();
    }

    @Test
    void twoDecisionsOfOneLengthAreReviewedAtOnceAndOneDecisionOnlyOnce() {
        CaseReference reference = newCase();
        long first = reviews.request(reference, asked(ReviewMatter.DUTY_OWED, DAY_ONE, DAY_ONE, null));
        reviews.request(reference, asked(ReviewMatter.SUITABILITY, DAY_ONE, DAY_ONE, null));

        assertThatThrownBy(() -> reviews.request(reference, asked(ReviewMatter.DUTY_OWED, DAY_ONE, DAY_ONE, null)))
                .isInstanceOf(NotPossible.class).hasMessageContaining("under review already");

        assertThat(eightWeeks(reference)).hasSize(2);
        reviews.withdraw(first, DAY_ONE, "They rang");
        assertThat(eightWeeks(reference)).singleElement()
                .satisfies(left -> assertThat(left.about()).contains("suitability of accommodation"));
        assertThat(reviews.request(reference, asked(ReviewMatter.DUTY_OWED, DAY_ONE, DAY_ONE, null))).isPositive();
    }

    private List<StatutoryClock> eightWeeks(CaseReference reference) {
        return clocks.of(reference).stream().filter(one -> one.running() && one.kind() == ClockKind.REVIEW_8_WEEKS)
                .toList();
    }

    @Test
    void theServiceItselfRefusesAReviewerWhoIsNotIndependent() {
        CaseReference reference = newCase();
        long id = reviews.request(reference, asked(ReviewMatter.DUTY_OWED, DAY_ONE, DAY_ONE, null));

        assertThatThrownBy(() -> reviews.decide(id, Review.Outcome.UPHELD, "Because"))
                .isInstanceOf(NotPermitted.class);

        assertThat(reviews.get(id).running()).isTrue();
        actAs("senior");
        reviews.decide(id, Review.Outcome.OVERTURNED, "Because");
        assertThat(reviews.get(id).result().by()).isEqualTo("senior");
    }

    /** Nobody loses the main duty because a review of something earlier went their way. */
    @Test
    void anEarlierDutyDoesNotTakeThePlaceOfTheMainDutyByItself() {
        CaseReference reference = under(DutyKind.PREVENTION);
        long prevention = duties.of(reference).get(0).id();
        jdbc.sql("""
                update duty set ended_on = :day, end_reason = 'HOMELESS', ended_by = 'officer', ended_at = now()
                where id = :id""").param("day", DAY_ONE).param("id", prevention).update();
        duties.accept(reference, DutyKind.MAIN, DAY_ONE);
        long id = reviews.request(reference, new Review.Request(ReviewMatter.PREVENTION_ENDED, DAY_ONE, Set.of("officer"),
                DAY_ONE, Review.Form.PHONE, "I was not homeless", null, null, "duty-" + prevention));
        actAs("manager");
        reviews.decide(id, Review.Outcome.OVERTURNED, "They could have stayed");

        assertThat(consequences.see(id).follows()).satisfies(follows -> {
            assertThat(follows.goesOn()).isNull();
            assertThat(follows.byHand()).isTrue();
        });
    }

    private static Review.Request asked(ReviewMatter matter, LocalDate notified, LocalDate on, Review.Late late) {
        return new Review.Request(matter, notified, Set.of("officer"), on, Review.Form.PHONE, "Please look again",
                late, null);
    }
}
