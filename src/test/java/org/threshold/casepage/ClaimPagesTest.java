package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.ClaimsForKeys.NewClaim;
import org.threshold.accommodation.Placements;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.ClaimStatus;

/** The page of a claim: what it says, and its two forms from both sides. */
class ClaimPagesTest extends CasePageTest {

    @Autowired
    private Placements placements;
    @Autowired
    private ClaimsForKeys forKeys;
    @Autowired
    private BenefitClaims claims;

    private long placement;
    private String at;

    @BeforeEach
    void asksForAccommodation() {
        placement = placements.request(reference, AccommodationFunction.INTERIM, null).id();
        at = "/cases/" + reference + "/placements/" + placement + "/claim";
    }

    private void claimedLate() {
        LocalDate today = LocalDate.now(clock);
        forKeys.made(new NewClaim(reference, placement, Kind.NEW_CLAIM, "HB" + System.nanoTime() % 10_000_000, today,
                today.minusDays(14), List.of("Bank statement")));
    }

    @Test
    void beforeTheClaimThePageSaysWhereItIsMade() {
        assertThat(desk.get(at).body()).contains("No claim has been made for this placement");
        assertThat(desk.get("/cases/" + reference + "/accommodation").body()).contains(at);
    }

    @Test
    void aLateClaimSaysWhatItCosts() {
        claimedLate();
        assertThat(desk.get(at).body()).contains("Lost because the claim came late", "Bank statement", "Outstanding, by");
    }

    @Test
    void aQuestionIsAskedOnceAndKeepsWhatWasTyped() {
        claimedLate();
        assertThat(desk.post(at + "/question", "question", " ").body()).contains("Enter what you ask");
        assertThat(desk.post(at + "/question", "question", "Which form is missing?").status()).isEqualTo(302);
        assertThat(desk.post(at + "/question", "question", "And now?").body())
                .contains("A question is open already", "And now?");
    }

    @Test
    void aDecisionIsCheckedBeforeAnythingIsKept() {
        claimedLate();
        LocalDate today = LocalDate.now(clock);
        assertThat(desk.post(at + "/decision", "outcome", "AWARDED_FULL", "weekly", "abc").body()).contains(
                "Enter the day of the decision", "The amount a week must be in pounds", "Enter the first night");
        assertThat(desk.post(at + "/decision", award(today, today.minusDays(30))).body())
                .contains("It cannot pay before the first night");
        assertThat(claims.latest(reference, placement).undecided()).isTrue();

        assertThat(desk.post(at + "/decision", award(today, today.minusDays(14))).status()).isEqualTo(302);
        assertThat(claims.latest(reference, placement).status()).isEqualTo(ClaimStatus.AWARDED_FULL);
        assertThat(claims.latest(reference, placement).awardedWeekly()).isEqualTo(38_550);
        assertThat(desk.get(at).body()).contains("£385.50 a week").doesNotContain("Lost because the claim came late");
    }

    private static String[] award(LocalDate on, LocalDate from) {
        return new String[] {"outcome", "AWARDED_FULL", "decided-day", "" + on.getDayOfMonth(), "decided-month",
            "" + on.getMonthValue(), "decided-year", "" + on.getYear(), "from-day", "" + from.getDayOfMonth(),
            "from-month", "" + from.getMonthValue(), "from-year", "" + from.getYear(), "weekly", "£385.50"};
    }

    @Test
    void thePlacementMustBelongToTheCase() {
        String other = "/cases/" + approaches.take(new org.threshold.homelessness.NewApproach(household()))
                + "/placements/" + placement + "/claim";
        assertThat(desk.get(other).status()).isEqualTo(404);
        assertThat(desk.post(other + "/question", "question", "x").status()).isEqualTo(404);
    }

    @Test
    void claimsThatWaitAreListedAndFilesAreForThoseWhoExchangeThem() {
        claimedLate();
        assertThat(desk.get("/benefit/claims?waitsFor=EVIDENCE").body()).contains("Benefit claims that wait", "Evidence (");
        assertThat(desk.get("/benefit/claims?waitsFor=nonsense").status()).isEqualTo(200);
        assertThat(desk.get("/benefit/files").status()).isEqualTo(403);
        assertThat(desk.post("/benefit/files/out").status()).isEqualTo(403);

        Desk leader = Desk.signedIn(port, "leader");
        assertThat(leader.get("/benefit/files").body()).contains("Make a file of claims");
        String file = leader.post("/benefit/files/out").location();
        assertThat(leader.get(file).body()).contains("Line by line", "Take the file");
        assertThat(leader.get(file + "/claims.csv").body()).contains("line_id,claim_reference");
        assertThat(leader.post("/benefit/files/in").body()).contains("Choose the file of the benefit system");
        assertThat(leader.get("/benefit/files/999999999").status()).isEqualTo(404);
    }
}
