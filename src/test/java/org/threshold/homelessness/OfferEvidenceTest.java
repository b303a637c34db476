package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.OfferMade.Answer;

/** The chain of an offer (A5), with each link missing once. */
class OfferEvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 1);
    private static final LocalDate LATER = DAY.plusDays(10);

    @ParameterizedTest(name = "without {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing       | ''
            writing       | The offer was not made in writing
            final         | The offer did not say that it was the final one
            consequences  | They were not told in writing what refusing could mean
            review        | They were not told that they can have its suitability reviewed
            time          | They were given no time to consider the offer
            refusal       | What they said when they refused is not recorded
            second look   | Nobody has looked at its suitability again in the light of what they said
            """)
    void aRefusalEndsNothingWhileALinkIsMissing(String without, String words) {
        OfferMade offer = new OfferMade(1, new CaseReference("TH-26-000001"), DutyKind.MAIN, OfferKind.FINAL_PART6,
                "4 Testing Road", without.equals("writing") ? null : DAY, !without.equals("final"),
                !without.equals("consequences"), !without.equals("review"),
                without.equals("time") ? null : DAY.plusDays(3), Answer.REFUSED, DAY.plusDays(1),
                without.equals("refusal") ? " " : "Too far", without.equals("second look") ? null : DAY.plusDays(4),
                without.equals("second look") ? null : Boolean.TRUE, "senior", "officer");

        assertThat(OfferEvidence.missing(offer, DutyKind.MAIN, EndReason.PART6_REFUSED, LATER))
                .containsExactlyElementsOf(words.isEmpty() ? List.of() : List.of(words));
    }

    @Test
    void theTimeToConsiderMustHavePassedAndTheHomeMustStillSuit() {
        assertThat(OfferEvidence.missing(refused(true), DutyKind.MAIN, EndReason.PART6_REFUSED, DAY.plusDays(3)))
                .containsExactly("They have until 4 June 2027 to consider the offer");
        assertThat(OfferEvidence.missing(refused(false), DutyKind.MAIN, EndReason.PART6_REFUSED, LATER))
                .singleElement().asString().startsWith("Looked at again, the home was found not to suit them");
    }

    /** The ones that are not the answer that the ground names. */
    @ParameterizedTest
    @EnumSource(value = Answer.class, names = "REFUSED", mode = EnumSource.Mode.EXCLUDE)
    void whatWasNotRefusedIsNoGroundForARefusal(Answer answer) {
        OfferMade offer = answered(refused(true), answer);
        assertThat(OfferEvidence.missing(offer, DutyKind.MAIN, EndReason.PART6_REFUSED, LATER)).hasSize(1);
        assertThat(OfferEvidence.missing(offer, DutyKind.MAIN, EndReason.PART6_ACCEPTED, LATER).isEmpty())
                .isEqualTo(answer == Answer.ACCEPTED);
    }

    /** Each kind of offer ends each duty on the ground of its table, and on no other. */
    @TestFactory
    Stream<DynamicTest> anOfferEndsADutyOnlyOnItsOwnGround() {
        return Arrays.stream(OfferKind.values()).flatMap(kind -> Arrays.stream(DutyKind.values()).map(duty ->
                DynamicTest.dynamicTest(kind + " under " + duty, () -> {
                    for (EndReason ground : EndReason.values()) {
                        boolean fits = kind.whenRefused(duty).filter(ground::equals).isPresent();
                        OfferMade offer = new OfferMade(1, new CaseReference("TH-26-000001"), duty, kind, "4 Testing Road",
                                DAY, true, true, true, DAY.plusDays(3), Answer.REFUSED, DAY.plusDays(1), "Too far",
                                DAY.plusDays(4), true, "senior", "officer");
                        assertThat(OfferEvidence.missing(offer, duty, ground, LATER).isEmpty())
                                .as(ground.name()).isEqualTo(fits);
                    }
                })));
    }

    @ParameterizedTest(name = "without {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing     | ''
            address     | It was not offered with an address and a time, so it cannot count as refused
            time        | It was not offered with an address and a time, so it cannot count as refused
            letter      | They were not told in writing what refusing could mean
            review      | They were not told that they can have its suitability reviewed
            refusal     | What they said when they refused is not recorded
            second look | Nobody has looked at its suitability again in the light of what they said
            duty        | That place was not offered under this duty
            """)
    void aPlaceThatWasRefusedEndsNothingWhileALinkIsMissing(String without, String words) {
        PlaceOffered offer = new PlaceOffered(1, without.equals("duty") ? null : DutyKind.MAIN,
                without.equals("address") ? null : "4 Testing Road", !without.equals("time"),
                without.equals("letter") ? null : DAY, !without.equals("review"), DAY.plusDays(1),
                without.equals("refusal") ? null : "Too far", without.equals("second look") ? null : Boolean.TRUE, "senior");

        assertThat(OfferEvidence.missing(offer, DutyKind.MAIN))
                .containsExactlyElementsOf(words.isEmpty() ? List.of() : List.of(words));
    }

    @Test
    void theFactsAreReadInTheOrderOfTheChain() {
        assertThat(OfferEvidence.facts(refused(true))).extracting(EndingFact::kind).containsExactly(
                EndingFact.Kind.WRITTEN_OFFER, EndingFact.Kind.SAID_FINAL, EndingFact.Kind.CONSEQUENCES,
                EndingFact.Kind.REVIEW_RIGHT, EndingFact.Kind.TIME, EndingFact.Kind.REFUSED,
                EndingFact.Kind.RECONSIDERED);
    }

    private static OfferMade refused(boolean suitable) {
        return new OfferMade(1, new CaseReference("TH-26-000001"), DutyKind.MAIN, OfferKind.FINAL_PART6,
                "4 Testing Road", DAY, true, true, true, DAY.plusDays(3), Answer.REFUSED, DAY.plusDays(1), "Too far",
                DAY.plusDays(4), suitable, "senior", "officer");
    }

    private static OfferMade answered(OfferMade offer, Answer answer) {
        return new OfferMade(offer.id(), offer.caseReference(), offer.duty(), offer.kind(), offer.address(),
                offer.writtenOn(), offer.saidFinal(), offer.consequencesTold(), offer.reviewRightTold(),
                offer.considerUntil(), answer, offer.answeredOn(), offer.refusalReasons(), offer.reconsideredOn(),
                offer.foundSuitable(), offer.reconsideredBy(), offer.offeredBy());
    }
}
