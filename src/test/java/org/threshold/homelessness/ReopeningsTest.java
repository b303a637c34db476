package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Channel;
import org.threshold.clock.ClockKind;
import org.threshold.letter.Letters;

/** Which finished cases go on, where, and from which day their clocks count. */
class ReopeningsTest extends HomelessnessTest {

    @Autowired
    private Reopenings reopenings;
    @Autowired
    private Reapplications reapplications;
    @Autowired
    private Cancellations cancellations;
    @Autowired
    private Deaths deaths;
    @Autowired
    private Approaches approaches;
    @Autowired
    private Reviews reviews;
    @Autowired
    private ApproachProcess process;

    /** A case that ended under a relief duty that began on day one. */
    private CaseReference ended(String how) {
        CaseReference reference = approaches.take(new NewApproach(household()));
        if (how.endsWith("IN_RELIEF")) {
            duties.accept(reference, DutyKind.RELIEF, DAY_ONE);
        }
        on(DAY_ONE.plusDays(10));
        switch (how) {
            case "WITHDRAWN", "WITHDRAWN_IN_RELIEF" -> approaches.withdraw(reference, "Staying with a friend");
            case "DIED", "DIED_IN_RELIEF" -> deaths.record(reference,
                    new Death(null, DAY_ONE.plusDays(10), "Neighbour", "Said so", null));
            case "SECURED_IN_RELIEF" -> {
                approaches.withdraw(reference, "For the table");
                jdbc.sql("update duty set end_reason = 'SECURED_6M' where case_reference = ?")
                        .param(reference.value()).update();
                cases.setStatus(reference, CaseStatus.CLOSED);
            }
            case "ERROR" -> {
                actAs("leader");
                cancellations.createdInError(reference, "Wrong person");
            }
            default -> { }
        }
        return reference;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RUNNING             | TRIAGE     | false | has not finished
            WITHDRAWN           | TRIAGE     | false |
            WITHDRAWN           | ASSESSMENT | false | found no reason to believe
            WITHDRAWN           | RELIEF     | false | ever owed
            WITHDRAWN           | DECISION   | false | No decision is due
            WITHDRAWN           | CLOSING    | false | No decision was issued
            WITHDRAWN_IN_RELIEF | RELIEF     | false |
            WITHDRAWN_IN_RELIEF | TRIAGE     | false | assessment is done
            WITHDRAWN_IN_RELIEF | PREVENTION | false | ever owed
            SECURED_IN_RELIEF   | RELIEF     | false | not taken up again
            DIED                | TRIAGE     | false | has died
            DIED                | TRIAGE     | true  |
            DIED_IN_RELIEF      | RELIEF     | true  |
            ERROR               | TRIAGE     | false | not taken up again""")
    void onlyWhatTheLawAllowsGoesOn(String how, Stage stage, boolean deathWrong, String refused) {
        CaseReference reference = ended(how);
        actAs("leader");
        if (refused != null) {
            assertThatThrownBy(() -> reopenings.reopen(reference, stage, "For the table", deathWrong))
                    .isInstanceOf(NotPossible.class).hasMessageContaining(refused);
            assertThat(rows("reopening", reference)).isZero();
        } else {
            reopenings.reopen(reference, stage, "For the table", deathWrong);
            assertThat(approaches.running(reference)).isTrue();
            assertThat(status(reference)).isEqualTo(stage == Stage.TRIAGE ? CaseStatus.TRIAGE : CaseStatus.RELIEF);
        }
    }

    @Test
    void aDutyWhoseEndWasWrongCountsFromItsTrueFirstDay() {
        CaseReference reference = ended("WITHDRAWN_IN_RELIEF");
        on(DAY_ONE.plusDays(20));
        actAs("leader");

        reopenings.reopen(reference, Stage.RELIEF, "Their former partner rang in their name", false);

        assertThat(lastDay(reference, ClockKind.RELIEF_DUTY)).isEqualTo(DAY_ONE.plusDays(55));
        assertThat(duties.running(reference, DutyKind.RELIEF)).get().extracting(Duty::startedOn).isEqualTo(DAY_ONE);
        assertThat(duties.of(reference)).as("the wrong end stays on record").hasSize(2);
    }

    @Test
    void aSecondWithdrawalIsConfirmedByALetterOfItsOwn() {
        CaseReference reference = ended("WITHDRAWN_IN_RELIEF");
        on(DAY_ONE.plusDays(20));
        actAs("leader");
        reopenings.reopen(reference, Stage.RELIEF, "It was not their wish", false);

        on(DAY_ONE.plusDays(30));
        approaches.withdraw(reference, "Found a room");

        assertThat(letters.of(reference)).filteredOn(letter -> letter.template().equals("withdrawal-confirmed"))
                .extracting(Letters.Letter::issuedOn)
                .containsExactlyInAnyOrder(DAY_ONE.plusDays(10), DAY_ONE.plusDays(30));
    }

    @Test
    void aReviewStoppedByADeathThatWasWrongGoesOnFromTheDayItWasAskedFor() {
        CaseReference reference = approaches.take(new NewApproach(household()));
        duties.accept(reference, DutyKind.RELIEF, DAY_ONE);
        reviews.request(reference, new Review.Request(ReviewMatter.PLAN_STEPS_RELIEF, DAY_ONE, Set.of("officer"),
                DAY_ONE, Review.Form.EMAIL, "Too many steps", null, null));
        deaths.record(reference, new Death(null, DAY_ONE, "Neighbour", "Said so", null));
        assertThat(process.runsBeside(reference)).isFalse();
        on(DAY_ONE.plusDays(5));
        actAs("leader");

        reopenings.reopen(reference, Stage.RELIEF, "Another man of that name", true);

        assertThat(process.runsBeside(reference)).isTrue();
        assertThat(lastDay(reference, ClockKind.REVIEW_3_WEEKS)).isEqualTo(DAY_ONE.plusDays(20));
    }

    @ParameterizedTest
    @CsvSource({"OVERTURNED, RELIEF_ENDED, true", "UPHELD, RELIEF_ENDED, false", "OVERTURNED, SUITABILITY, false"})
    void anEndThatAReviewHasOverturnedLetsTheDutyGoOn(Review.Outcome outcome, ReviewMatter matter, boolean goesOn) {
        CaseReference reference = ended("SECURED_IN_RELIEF");
        long id = reviews.request(reference, new Review.Request(matter, DAY_ONE.plusDays(10), Set.of("officer"),
                DAY_ONE.plusDays(10), Review.Form.EMAIL, "The flat was let to somebody else", null, null));
        actAs("leader");
        reviews.decide(id, outcome, "As in the table");

        assertThat(reopenings.refusal(reference, Stage.RELIEF, false).isEmpty()).isEqualTo(goesOn);
    }

    @Test
    void onlyALeaderTakesUpOrCancelsACase() {
        CaseReference reference = ended("WITHDRAWN");
        for (String who : new String[] {"officer", "senior"}) {
            actAs(who);
            assertThatThrownBy(() -> reopenings.reopen(reference, Stage.TRIAGE, "x", false))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> cancellations.createdInError(reference, "x")).isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void whatCannotBeTakenBackKeepsACaseFromCountingAsAnError() {
        CaseReference reference = newCase();
        duties.accept(reference, DutyKind.PREVENTION, DAY_ONE);
        actAs("leader");
        assertThatThrownBy(() -> cancellations.createdInError(reference, "x")).isInstanceOf(NotPossible.class)
                .hasMessageContaining("A duty was accepted");
    }

    @Test
    void sameFactsMakeNoNewApplicationAndNeedADecisionToCompareWith() {
        CaseReference running = approaches.take(new NewApproach(household()));
        assertThatThrownBy(() -> reapplications.sameFacts(running, Channel.DESK, "x")).isInstanceOf(NotPossible.class)
                .hasMessageContaining("has not finished");
        CaseReference reference = ended("WITHDRAWN");
        assertThatThrownBy(() -> reapplications.sameFacts(reference, Channel.DESK, "x"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("Nothing was decided");
        assertThat(jdbc.sql("select count(*) from reapplication where previous_case = ?").param(reference.value())
                .query(Long.class).single()).isZero();
    }
}
