package org.threshold.charge.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NoSuchCase;
import org.threshold.accommodation.BenefitEstimates;
import org.threshold.accommodation.BenefitEstimates.Estimate;
import org.threshold.accommodation.BenefitEstimates.Means;
import org.threshold.accommodation.BenefitEstimates.Standing;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.ClaimsForKeys.NewClaim;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Rate;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.StepRefused;

/** A claim from the keys on, the estimate before it, and the list of those that wait. */
class ClaimLifeTest extends ClaimTest {

    @Autowired
    private BenefitEstimates estimates;
    @Autowired
    private WaitingClaims waiting;
    @Autowired
    private Placements placements;

    @Test
    void keysWithoutAClaimAreOwedOneAndItIsRecordedOnce() {
        Placement home = livedIn(household(), today);
        assertThat(claim(home).status()).isEqualTo(ClaimStatus.NOT_STARTED);
        assertThat(forKeys.covering(home.id())).isEmpty();

        String reference = claimed(home, Kind.NEW_CLAIM, reference(), today);
        claimed(home, Kind.NEW_CLAIM, reference.toLowerCase(java.util.Locale.UK), today);

        assertThat(claims.of(home.caseReference())).singleElement().extracting(BenefitClaim::status)
                .isEqualTo(ClaimStatus.COMPLETE);
        assertThat(forKeys.covering(home.id())).get().extracting("reference").isEqualTo(reference);
    }

    @Test
    void aLateClaimCostsTheEligiblePartOfItsNights() {
        Placement home = livedIn(household(), today.minusDays(20));
        int nights = BenefitWeeks.nightsLost(Kind.NEW_CLAIM, home.startsOn(), today);
        assertThat(costs.of(home.caseReference(), claim(home))).as("if it were made today")
                .isEqualTo(new LateClaimCost(nights, nights * 4500L));
        claimed(home, Kind.NEW_CLAIM, reference(), today);
        assertThat(costs.of(home.caseReference(), claim(home))).isEqualTo(new LateClaimCost(nights, nights * 4500L));
    }

    @Test
    void aCorrectedFirstNightMovesWhatTheClaimCounts() {
        Placement home = livedIn(household(), today.minusDays(20));
        claimed(home, Kind.NEW_CLAIM, reference(), today);
        placements.correct(home.id(), today, null, "The keys were given later");
        assertThat(claim(home).liableFrom()).isEqualTo(today);
        assertThat(claim(home).nightsLost()).isZero();
    }

    @Test
    void aReferenceIsCheckedInWordsToTheOfficer() {
        Placement home = livedIn(household(), today);
        CaseReference mine = home.caseReference();
        assertThat(forKeys.wrongWith(" ", Kind.NEW_CLAIM, mine)).get().asString().contains("Enter the claim reference");
        assertThat(forKeys.wrongWith("=1+1", Kind.NEW_CLAIM, mine)).get().asString().contains("letters and digits");
        String taken = claimed(livedIn(household(), today), Kind.NEW_CLAIM, reference(), today);
        assertThat(forKeys.wrongWith(taken, Kind.NEW_CLAIM, mine)).get().asString().contains("is on record for case");
        assertThatThrownBy(() -> claimed(home, Kind.NEW_CLAIM, reference(), today.plusDays(1)))
                .isInstanceOf(StepRefused.class).hasMessageContaining("today or in the past");
        assertThat(claim(home).made()).isFalse();
    }

    @Test
    void whatIsHiddenIsNeitherToldNorTouched() {
        Placement hidden = livedIn(household(), today);
        String reference = claimed(hidden, Kind.NEW_CLAIM, reference(), today);
        restrict(hidden.caseReference());
        assertThat(forKeys.wrongWith(reference, Kind.NEW_CLAIM, household())).isEmpty();
        assertThat(forKeys.covering(hidden.id())).isEmpty();
        assertThatThrownBy(() -> claim(hidden)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> forKeys.made(new NewClaim(hidden.caseReference(), hidden.id(), Kind.NEW_CLAIM,
                reference(), today, today, List.of()))).isInstanceOf(NoSuchCase.class);
        assertThat(waiting.list(WaitingClaim.For.DECISION)).noneMatch(each -> reference.equals(each.reference()));
    }

    @Test
    void aMoveCarriesTheClaimOnByAChangeOfAddress() {
        Placement first = livedIn(household(), today.minusDays(40));
        String reference = claimed(first, Kind.NEW_CLAIM, reference(), today.minusDays(40));
        assertThat(forKeys.wrongWith(reference, Kind.NEW_CLAIM, first.caseReference())).get().asString()
                .contains("Record a change of address");
        Placement second = livedIn(first.caseReference(), today);
        claimed(second, Kind.CHANGE_OF_ADDRESS, reference, today);
        assertThat(claim(second).nightsLost()).isZero();
        assertThat(claim(first).reference()).isEqualTo(reference);
    }

    @Test
    void anEstimateShowsTheHouseholdsOwnShareAndIsKeptAsItWasTold() {
        Placement home = livedIn(household(), today);
        Rate rate = new Rate(Rate.Per.NIGHT, 5500, 400);
        Estimate passported = estimates.tell(home.caseReference(), home.id(), rate,
                new Means(Standing.PASSPORTED, null, List.of(0, 40_000)));
        assertThat(passported.eligible()).isEqualTo(38_500);
        assertThat(passported.nonDependants()).isEqualTo(1_965 + 10_135);
        assertThat(passported.ownShare()).isEqualTo(2_800 + 1_965 + 10_135);
        assertThat(estimates.told(home.caseReference(), home.id())).contains(passported);

        Estimate earning = estimates.estimate(home.caseReference(), rate,
                new Means(Standing.NOT_PASSPORTED, 19_205, List.of()));
        assertThat(earning.incomePart()).as("65 per cent of the 100 pounds above the allowance").isEqualTo(6_500);
        assertThat(earning.benefit()).isEqualTo(32_000);
        assertThat(estimates.estimate(home.caseReference(), rate, new Means(Standing.NO_BENEFIT, null, List.of()))
                .ownShare()).isEqualTo(41_300);
        assertThatThrownBy(() -> estimates.estimate(home.caseReference(), rate,
                new Means(Standing.NOT_PASSPORTED, null, List.of()))).hasMessageContaining("Enter their income");
    }

    @Test
    void eachClaimThatIsNotSettledIsOnTheListOfWhatItWaitsFor() {
        Placement owed = livedIn(household(), today.minusDays(400));
        assertThat(waiting.list(WaitingClaim.For.CLAIM)).filteredOn(each -> each.placementId() == owed.id())
                .singleElement().matches(each -> each.by().equals(BenefitWeeks.sundayOf(owed.startsOn()))
                        && each.late(today));
        int before = waiting.counts().getOrDefault(WaitingClaim.For.DECISION, 0);
        claimed(owed, Kind.NEW_CLAIM, reference(), today);
        assertThat(waiting.counts()).containsEntry(WaitingClaim.For.DECISION, before + 1);
        decisions.decided(owed.caseReference(), owed.id(),
                new ClaimDecision(ClaimStatus.REFUSED, today, null, null, "Savings"));
        assertThat(waiting.counts()).containsEntry(WaitingClaim.For.DECISION, before);
        decisions.respond(owed.caseReference(), owed.id(), ClaimDecisions.Response.STANDS, "Told them");
        assertThat(waiting.list(WaitingClaim.For.ANSWER)).noneMatch(each -> each.placementId() == owed.id());
    }
}
