package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataAccessException;
import org.threshold.access.Conflict;
import org.threshold.access.ConflictsOfInterest;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.ReviewAccommodation.Considered;
import org.threshold.homelessness.ReviewEvent.Court;
import org.threshold.homelessness.ReviewEvent.Form;

/** What moves the time of a review, who may be its reviewer, and what a court can be asked. */
class ReviewCourseTest extends HomelessnessTest {

    @Autowired
    private Reviews reviews;
    @Autowired
    private ReviewCourse course;
    @Autowired
    private ReviewTimes times;
    @Autowired
    private ReviewAccommodations accommodations;
    @Autowired
    private ReviewsOfCase views;
    @Autowired
    private ConflictsOfInterest conflicts;

    /** Only an answer to the minded-to letter begins the three weeks again (reg 9(1)(a)); the longer times never move. */
    @ParameterizedTest(name = "{0}: minded-to {1}, {2} on day {3}: {4} days")
    @CsvSource({
        "PLAN_STEPS_RELIEF, no, WRITTEN, 10, 21", "PLAN_STEPS_RELIEF, yes, WRITTEN, 10, 31",
        "PLAN_STEPS_PREVENTION, yes, SPOKEN, 20, 41", "PREVENTION_ENDED, yes, HEARING_ASKED, 5, 26",
        "NON_COOPERATION_PREVENTION, yes, WRITTEN, 0, 21", "PREVENTION_ENDED, yes, NOTHING_MORE, 10, 21",
        "NON_COOPERATION_RELIEF, yes, WRITTEN, 10, 56", "DUTY_OWED, yes, WRITTEN, 10, 56",
        "REFERRAL_CONDITIONS_JOINT, yes, SPOKEN, 10, 70", "REFERRAL_CONDITIONS_APPOINTED, yes, WRITTEN, 10, 84"})
    void representationsUnderRegulation7BeginTheThreeWeeksAgain(ReviewMatter matter, String minded, Form form, int day,
                                                               int length) {
        long id = request(newCase(), matter);
        on(DAY_ONE.plusDays(day));
        if (minded.equals("yes")) {
            mindedTo(id);
        }

        course.represent(id, DAY_ONE.plusDays(day), form, "My answer");

        assertThat(lastDay(id)).isEqualTo(DAY_ONE.plusDays(length - 1L));
    }

    @Test
    void theFirstAnswerCountsAndAgreedTimeIsNotLostByIt() {
        long id = request(newCase(), ReviewMatter.PLAN_STEPS_RELIEF);
        on(DAY_ONE.plusDays(3));
        mindedTo(id);
        course.represent(id, DAY_ONE.plusDays(3), Form.WRITTEN, "First");
        on(DAY_ONE.plusDays(6));
        course.represent(id, DAY_ONE.plusDays(6), Form.WRITTEN, "Second");
        assertThat(lastDay(id)).isEqualTo(DAY_ONE.plusDays(23));

        long other = request(newCase(), ReviewMatter.PLAN_STEPS_RELIEF);
        times.extend(other, DAY_ONE.plusDays(6), DAY_ONE.plusDays(60), "Their email");
        mindedTo(other);
        course.represent(other, DAY_ONE.plusDays(6), Form.WRITTEN, "Answer");
        assertThat(lastDay(other)).isEqualTo(DAY_ONE.plusDays(60));
    }

    @ParameterizedTest
    @CsvSource({"0, 55, The new last day must be after", "0, 54, The new last day must be after",
        "1, 60, The day of the agreement must be", "-1, 60, The day of the agreement must be"})
    void timeIsLongerOnlyByAnAgreementThatExistsAndToALaterDay(int agreed, int until, String why) {
        long id = request(newCase(), ReviewMatter.DUTY_OWED);
        assertThatThrownBy(() -> times.extend(id, DAY_ONE.plusDays(agreed), DAY_ONE.plusDays(until), "Email"))
                .isInstanceOf(NotPossible.class).hasMessageStartingWith(why);
        times.extend(id, DAY_ONE, DAY_ONE.plusDays(56), "Email");
        assertThat(lastDay(id)).isEqualTo(DAY_ONE.plusDays(56));
    }

    /** The right begins on the day after the notice: within 21 days of it (s204(2)). */
    @ParameterizedTest
    @ValueSource(strings = {"UPHELD", "OVERTURNED"})
    void theTimeForAnAppealIsTwentyOneDaysOfTheNotice(Review.Outcome outcome) {
        CaseReference reference = newCase();
        long id = request(reference, ReviewMatter.DUTY_OWED);
        assertThatThrownBy(() -> times.appealed(id, DAY_ONE, "Point of law")).isInstanceOf(NotPossible.class);
        decide(id, outcome);

        assertThat(clocks.running(reference, ClockKind.COUNTY_COURT_APPEAL).orElseThrow().period().lastDay())
                .isEqualTo(DAY_ONE.plusDays(21));
        assertThat(views.of(reference).get(0).appealUntil()).isEqualTo(DAY_ONE.plusDays(21));
        on(DAY_ONE.plusDays(21));
        times.appealed(id, DAY_ONE.plusDays(21), "Claim 12, error of law");
        assertThat(clocks.running(reference, ClockKind.COUNTY_COURT_APPEAL)).isEmpty();
        times.court(id, Court.QUASHED, DAY_ONE.plusDays(21), "Quashed by consent");
        assertThat(views.of(reference).get(0).next()).isEqualTo("See to what the court ordered.");
        assertThatThrownBy(() -> times.court(id, Court.DISMISSED, DAY_ONE, "Before the appeal"))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void notInTimeMeansAfterTheLastDayAndOnlyWhileItRuns() {
        CaseReference reference = newCase();
        long id = request(reference, ReviewMatter.DUTY_OWED);
        on(DAY_ONE.plusDays(55));
        times.outOfTime(id);
        assertThat(letters.of(reference)).extracting("template").doesNotContain("review-out-of-time");

        on(DAY_ONE.plusDays(56));
        times.outOfTime(id);
        assertThat(letters.of(reference)).extracting("template").contains("review-out-of-time");
        assertThat(views.of(reference).get(0).appealUntil()).isEqualTo(DAY_ONE.plusDays(55 + 21));
        decide(id, Review.Outcome.UPHELD);
        assertThat(views.of(reference).get(0).appealUntil()).isEqualTo(DAY_ONE.plusDays(56 + 21));
    }

    @Test
    void ofAReviewThatWasLateWhenItCameHereNobodyIsToldOfDaysThatAreOver() {
        CaseReference reference = newCase();
        on(DAY_ONE.plusDays(90));
        times.outOfTime(request(reference, ReviewMatter.DUTY_OWED));

        assertThat(letters.of(reference)).isEmpty();
        assertThat(clocks.running(reference, ClockKind.COUNTY_COURT_APPEAL)).isEmpty();
    }

    @Test
    void aRefusedLateRequestGetsALetterWithTheReasons() {
        CaseReference reference = newCase();
        reviews.request(reference, new Review.Request(ReviewMatter.DUTY_OWED, DAY_ONE.minusDays(30), Set.of("officer"),
                DAY_ONE, Review.Form.REPRESENTATIVE, "Please", new Review.Late(false, "No reason was given"), null));
        assertThat(letters.of(reference)).extracting("template").containsExactly("review-refused-late");
        assertThat(views.of(reference).get(0).state()).isEqualTo("Late, not taken");
    }

    /** Everybody with an account here, against a decision of these people: who may review it. */
    @ParameterizedTest(name = "decided by {0}: {1} may")
    @CsvSource(delimiter = '|', textBlock = """
            officer         | senior leader manager   | officer caseworker
            officer,senior  | leader manager          | officer senior
            leader          | manager                 | leader senior officer
            manager         |                         | leader senior officer manager
            Gone Years Ago  | leader manager          | officer senior
            """)
    void onlyTheIndependentAreOffered(String makers, String may, String mayNot) {
        long id = reviews.request(newCase(), asked(ReviewMatter.DUTY_OWED, Set.of(makers.split(","))));
        if (may != null) {
            assertThat(course.couldReview(id)).containsKeys(may.split(" "));
        }
        assertThat(course.couldReview(id)).doesNotContainKeys(mayNot.split(" "));
        for (String who : mayNot.split(" ")) {
            assertThatThrownBy(() -> course.choose(id, who, null)).isInstanceOf(NotPossible.class);
        }
    }

    @Test
    void whoTookPartInTheInquiriesOrKnowsThePeopleReviewsNothing() {
        CaseReference reference = newCase();
        actAs("leader");
        find(reference, Question.HOMELESS, org.threshold.clock.Finding.NO);
        find(reference, Question.ELIGIBLE, org.threshold.clock.Finding.YES);
        actAs("officer");
        long decision = jdbc.sql("""
                insert into decision (case_reference, outcome, homeless, eligible, priority_need, intentional, inquiries,
                    reasons, drafted_by, drafted_at, status)
                values (:reference, 'NOT_HOMELESS', 'NO', 'YES', 'UNDECIDED', 'UNDECIDED', 'Asked', 'Because', 'officer',
                    :at, 'DRAFT') returning id""").param("reference", reference.value())
                .param("at", java.sql.Timestamp.from(serviceClock.instant())).query(Long.class).single();
        long id = reviews.request(reference, new Review.Request(ReviewMatter.DUTY_OWED, DAY_ONE, Set.of("officer"),
                DAY_ONE, Review.Form.PHONE, "Please", null, null, "decision-" + decision));

        assertThat(course.couldReview(id)).doesNotContainKey("leader").containsKeys("senior", "manager");
        actAs("leader");
        assertThat(reviews.refusal(id)).hasValueSatisfying(
                why -> assertThat(why).contains("because you took part in the decision that is reviewed"));
        actAs("senior");
        conflicts.declare(reference, Conflict.Kind.NEIGHBOUR, null);
        actAs("officer");
        assertThat(course.couldReview(id)).doesNotContainKey("senior");
    }

    @Test
    void onlyTheNamedReviewerExaminesAndDecides() {
        long id = request(newCase(), ReviewMatter.DUTY_OWED);
        course.choose(id, "senior", null);
        actAs("manager");
        assertThatThrownBy(() -> course.examined(id, null, null)).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("Only the reviewer who was named");
        assertThatThrownBy(() -> reviews.decide(id, Review.Outcome.UPHELD, "Because")).isInstanceOf(NotPermitted.class);
        course.choose(id, "manager", "The first one is ill");
        reviews.decide(id, Review.Outcome.UPHELD, "Because");
        assertThat(reviews.get(id).result().by()).isEqualTo("manager");
    }

    @Test
    void accommodationUntilTheAppealIsConsideredOnlyOnceThereIsSomethingToAppealAgainst() {
        CaseReference reference = newCase();
        long id = request(reference, ReviewMatter.DUTY_OWED);
        Considered made = new Considered(true, "Good", "Nothing", "Two children", "They have nowhere");
        assertThatThrownBy(() -> accommodations.pendingAppeal(id, made)).isInstanceOf(NotPossible.class);
        accommodations.pendingReview(id, made);
        accommodations.tell(id);
        accommodations.tell(id);
        decide(id, Review.Outcome.UPHELD);
        assertThatThrownBy(() -> accommodations.pendingReview(id, made)).isInstanceOf(NotPossible.class);
        accommodations.pendingAppeal(id, made);

        assertThat(letters.of(reference)).extracting("template")
                .filteredOn("accommodation-pending-review"::equals).hasSize(2);
        assertThat(accommodations.of(reference)).extracting(ReviewAccommodation::provision)
                .containsExactly("s204(4)", "s188(3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update review_event set words = 'x'", "delete from review_event",
        "update review_accommodation set granted = false", "delete from review_accommodation"})
    void whatHappenedIsNeverChanged(String sql) {
        long id = request(newCase(), ReviewMatter.DUTY_OWED);
        course.choose(id, "senior", "Senior to the officer");
        accommodations.pendingReview(id, new Considered(true, "a", "b", "c", "d"));
        assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'EXTENDED', '2026-06-01', null, null, null, 'words'", "'REVIEWER', '2026-06-01', null, null, null, null",
        "'COURT', '2026-06-01', null, null, null, 'words'", "'REPRESENTATIONS', '2026-06-01', null, 'WRITTEN', null, null",
        "'GUESSED', '2026-06-01', null, null, null, 'words'"})
    void halfAnEventIsRefusedByTheTable(String values) {
        long id = request(newCase(), ReviewMatter.DUTY_OWED);
        assertThatThrownBy(() -> jdbc.sql("insert into review_event (kind, on_day, until_day, code, who, words, review_id,"
                + " recorded_by, recorded_at) values (" + values + ", " + id + ", 'x', now())").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void mindedTo(long id) {
        actAs("senior");
        course.examined(id, "The doctor was not asked", "The doctor says that they can manage");
        course.tellMinded(id);
        actAs("officer");
    }

    private void decide(long id, Review.Outcome outcome) {
        actAs("senior");
        reviews.decide(id, outcome, "Because");
        reviews.notifyDecision(id);
        actAs("officer");
    }

    private LocalDate lastDay(long id) {
        return views.of(reviews.get(id).caseReference()).get(0).lastDay();
    }

    private long request(CaseReference reference, ReviewMatter matter) {
        return reviews.request(reference, asked(matter, Set.of("officer")));
    }

    private static Review.Request asked(ReviewMatter matter, Set<String> makers) {
        return new Review.Request(matter, DAY_ONE, makers, DAY_ONE, Review.Form.PHONE, "Please look again", null, null);
    }
}
