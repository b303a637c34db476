package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.NotPossible;
import org.threshold.accommodation.Offer;
import org.threshold.accommodation.Offers;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;

/** Every path of {@code ta-sign-up}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaSignUpPathsTest extends ModelTest {

    @Autowired
    private PlacementRequests requests;
    @Autowired
    private Placements placements;
    @Autowired
    private Offers offers;

    @Test
    void fromNeedToKeysInTheBorough() {
        CaseReference reference = asked();
        assertThat(open(reference)).containsExactly("task_findUnit");
        offered(reference, unitIn(OWN_DISTRICT));
        answer(reference, "task_makeOffer", FilledForms.offered(today(), "ACCEPTED"));
        answer(reference, "task_signUpAtDesk", FilledForms.signedUp("HB" + reference.value()));
        answer(reference, "task_giveKeys", FilledForms.keysGiven(today()));

        Placement placement = placements.of(reference).get(0);
        assertThat(placement.status()).isEqualTo(PlacementStatus.IN_OCCUPATION);
        assertThat(placement.startsOn()).isEqualTo(today());
        assertThat(route(reference)).contains("end_keysGiven");
        assertThat(lettersOf(reference)).contains("ta-offer");
    }

    @Test
    void aPlaceThatTheyLiveInGoesOnUnderTheNextDuty() {
        CaseReference reference = asked();
        offered(reference, unitIn(OWN_DISTRICT));
        answer(reference, "task_makeOffer", FilledForms.offered(today(), "ACCEPTED"));
        answer(reference, "task_signUpAtDesk", FilledForms.signedUp("HB" + reference.value()));
        answer(reference, "task_giveKeys", FilledForms.keysGiven(today()));

        runSignUp(reference, AccommodationFunction.MAIN);

        assertThat(placements.of(reference)).singleElement()
                .satisfies(one -> assertThat(one.function()).isEqualTo(AccommodationFunction.MAIN));
        assertThat(route(reference)).contains("end_accommodated");
    }

    @Test
    void aUnitOutsideIsOfferedOnlyWhenItIsApproved() {
        CaseReference reference = asked();
        long outside = unitIn(NEIGHBOUR);
        answer(reference, "task_findUnit", FilledForms.unitFound(outside));
        outsideDecided(reference, false);
        assertThat(open(reference)).containsExactly("task_findUnit");
        assertThat(placements.onTheWay(reference).orElseThrow().status()).isEqualTo(PlacementStatus.SEARCHING);

        answer(reference, "task_findUnit", FilledForms.unitFound(outside));
        outsideDecided(reference, true);

        assertThat(open(reference)).containsExactly("task_recordSuitability");
    }

    /** The process of the decision has its own test; here only what comes back from it counts. */
    private void outsideDecided(CaseReference reference, boolean approved) {
        complete(reference, "task_recordWhyOutside", "outsideProposed", approved);
        if (approved) {
            complete(reference, "task_approveOutside", "outOfBoroughApproved", true);
        }
        follow(reference);
    }

    private void complete(CaseReference reference, String element, String variable, boolean value) {
        transaction.executeWithoutResult(status -> steps.complete(task(reference, element).getId(),
                Map.of(variable, value)));
    }

    @Test
    void whereNothingIsFreeAUnitIsGotTheSameDay() {
        CaseReference reference = asked();
        answer(reference, "task_findUnit", FilledForms.nothingFree());

        lateThenAnswered(reference, "task_secureUnit", FilledForms.of("placesTried", "Three hotels, all full"));

        assertThat(open(reference)).containsExactly("task_findUnit");
    }

    @Test
    void whoNeedsNoPlaceIsNotLookedForAny() {
        CaseReference reference = asked();
        lateThenAnswered(reference, "task_findUnit", FilledForms.noPlaceNeeded());
        assertThat(running(reference)).isFalse();
        assertThat(placements.of(reference)).extracting(Placement::status).containsExactly(PlacementStatus.CANCELLED);
    }

    @Test
    void whatDoesNotSuitOneOfThemIsNotOffered() {
        CaseReference reference = asked();
        answer(reference, "task_findUnit", FilledForms.unitFound(unitIn(OWN_DISTRICT)));
        assertThat(send(OFFICER, reference, "task_recordSuitability", FilledForms.suits(-1, true))).isNotEmpty();

        lateThenAnswered(reference, "task_recordSuitability", FilledForms.suits(applicant(reference), false));

        assertThat(open(reference)).containsExactly("task_findUnit");
    }

    @Test
    void anOfferWithoutAddressAndTimeCannotBeRefused() {
        CaseReference reference = asked();
        offered(reference, unitIn(OWN_DISTRICT));
        assertThat(send(OFFICER, reference, "task_makeOffer", FilledForms.with(
                FilledForms.offered(today(), "REFUSED"), "addressTold", "no"))).singleElement().asString()
                .contains("Without the address it was no offer");
        assertThat(send(OFFICER, reference, "task_makeOffer", FilledForms.with(
                FilledForms.offered(today(), "REFUSED"), "availableFrom", ""))).singleElement().asString()
                .contains("Without a day and a time it was no offer");

        lateThenAnswered(reference, "task_makeOffer", FilledForms.with(FilledForms.offered(today(), "LATER"),
                "addressTold", "no"));

        assertThat(send(OFFICER, reference, "task_recordAnswer", FilledForms.offerAnswered("REFUSED")))
                .singleElement().asString().contains("cannot count as refused");
        long placement = placements.onTheWay(reference).orElseThrow().id();
        assertThatThrownBy(() -> offers.answer(placement, Offer.Answer.REFUSED, "No"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("cannot count as refused");
    }

    @Test
    void aRefusalIsLookedAtAgainBeforeItStands() {
        CaseReference reference = asked();
        offered(reference, unitIn(OWN_DISTRICT));
        answer(reference, "task_makeOffer", FilledForms.offered(today(), "REFUSED"));
        assertThat(send(OFFICER, reference, "task_reconsiderRefusal", FilledForms.refusalWeighed(false, "ENDS")))
                .singleElement().asString().contains("Look for another unit");
        answer(reference, "task_reconsiderRefusal", FilledForms.refusalWeighed(true, "OFFER_AGAIN"));
        answer(reference, "task_makeOffer", FilledForms.offered(today(), "REFUSED"));

        lateThenAnswered(reference, "task_reconsiderRefusal", FilledForms.refusalWeighed(true, "ENDS"));

        assertThat(running(reference)).isFalse();
        assertThat(placements.of(reference)).extracting(Placement::status).containsExactly(PlacementStatus.REFUSED);
        assertThat(offers.of(reference)).hasSize(2).allSatisfy(offer ->
                assertThat(offer.stillSuitable()).isTrue());
    }

    @Test
    void whoDoesNotAnswerOrComeIsReached() {
        CaseReference reference = asked();
        offered(reference, unitIn(OWN_DISTRICT));
        answer(reference, "task_makeOffer", FilledForms.offered(today(), "LATER"));
        lateThenAnswered(reference, "task_recordAnswer", FilledForms.offerAnswered("NO_ANSWER"));
        assertThat(send(OFFICER, reference, "task_reachHousehold", FilledForms.looked(false, "OFFER_AGAIN")))
                .isNotEmpty();
        lateThenAnswered(reference, "task_reachHousehold", FilledForms.looked(true, "OFFER_AGAIN"));
        answer(reference, "task_makeOffer", FilledForms.with(FilledForms.offered(today(), "ACCEPTED"), "signUpNow",
                "no"));
        lateThenAnswered(reference, "task_arrangeSignUp", FilledForms.hereNow());
        answer(reference, "task_signUpAtDesk", FilledForms.notSignedUp("DID_NOT_ATTEND"));
        assertThat(placements.onTheWay(reference).orElseThrow().status()).isEqualTo(PlacementStatus.NO_SHOW);

        answer(reference, "task_reachHousehold", FilledForms.looked(true, "SEARCH_AGAIN"));

        assertThat(open(reference)).containsExactly("task_findUnit");
        assertThat(jdbc.sql("select count(*) from unit_stay where placement_id = ? and released_at is null")
                .param(placements.onTheWay(reference).orElseThrow().id()).query(Long.class).single()).isZero();
    }

    @Test
    void whoFindsAPlaceOfTheirOwnMeanwhileNeedsNone() {
        CaseReference reference = asked();
        offered(reference, unitIn(OWN_DISTRICT));
        answer(reference, "task_makeOffer", FilledForms.offered(today(), "NOT_NEEDED"));
        assertThat(running(reference)).isFalse();
        assertThat(placements.of(reference)).extracting(Placement::status).containsExactly(PlacementStatus.CANCELLED);
    }

    @Test
    void aPlaceThatIsNotNeededIsCalledOffOnTheCase() {
        CaseReference reference = asked();
        offered(reference, unitIn(OWN_DISTRICT));
        requests.notNeeded(reference, placements.onTheWay(reference).orElseThrow().id(), "Went to her sister");
        assertThat(running(reference)).isFalse();
        assertThat(open(reference)).isEmpty();
    }

    @Test
    void thereIsOneWayToAPlaceAtATime() {
        CaseReference reference = asked();
        assertThatThrownBy(() -> requests.start(reference, AccommodationFunction.INTERIM, null, true))
                .isInstanceOf(NotPossible.class).hasMessageContaining("already on its way");
        runSignUp(reference, AccommodationFunction.INTERIM);
        assertThat(placements.of(reference)).hasSize(1);
        assertThat(open(reference)).containsExactly("task_findUnit");
    }

    private CaseReference asked() {
        CaseReference reference = newCase();
        requests.start(reference, AccommodationFunction.INTERIM, null, true);
        follow(reference);
        return reference;
    }

    private void runSignUp(CaseReference reference, AccommodationFunction function) {
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey("ta-sign-up", reference.value(),
                Map.of("team", TEAM, "lane", "STANDARD", "accommodationFunction", function.name())));
        follow(reference);
    }

    private void offered(CaseReference reference, long unit) {
        answer(reference, "task_findUnit", FilledForms.unitFound(unit));
        answer(reference, "task_recordSuitability", FilledForms.suits(applicant(reference), true));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("ta-sign-up");
    }
}
