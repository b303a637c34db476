package org.threshold.charge.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.charge.ClaimCover.Cause;
import org.threshold.charge.ClaimCover.Uncovered;

/** Which nights no benefit stands against, and why, for each state of a claim. */
class CoverByClaimsTest {

    private static final LocalDate KEYS = LocalDate.of(2026, 6, 5);
    private static final LocalDate MADE = LocalDate.of(2026, 6, 16);
    private static final LocalDate PAID = LocalDate.of(2026, 6, 22);
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

    @Test
    void aLateClaimThatIsNotDecidedHasTwoCauses() {
        assertThat(of(claim(ClaimStatus.COMPLETE))).containsExactly(new Uncovered(KEYS, PAID, Cause.LATE_CLAIM),
                new Uncovered(PAID, AS_OF, Cause.NOT_DECIDED));
        assertThat(CoverByClaims.of(List.of(claim(ClaimStatus.COMPLETE)), LocalDate.of(2026, 6, 10)))
                .containsExactly(new Uncovered(KEYS, LocalDate.of(2026, 6, 10), Cause.LATE_CLAIM));
    }

    @Test
    void anAwardCoversFromItsFirstNight() {
        assertThat(of(awarded(PAID))).containsExactly(new Uncovered(KEYS, PAID, Cause.LATE_CLAIM), credited(PAID));
        assertThat(of(awarded(KEYS))).containsExactly(credited(KEYS));
    }

    @Test
    void whatIsNotClaimedHasNoClaim() {
        assertThat(of(without(ClaimStatus.NOT_STARTED, null))).containsExactly(new Uncovered(KEYS, AS_OF, Cause.NO_CLAIM));
        assertThat(of(without(ClaimStatus.NOT_DUE, BenefitClaim.WhyNone.REFUSES)))
                .containsExactly(new Uncovered(KEYS, AS_OF, Cause.NO_CLAIM));
        assertThat(of(without(ClaimStatus.NOT_DUE, BenefitClaim.WhyNone.PAYS_IN_FULL))).isEmpty();
        assertThat(of(claim(ClaimStatus.WITHDRAWN))).containsExactly(new Uncovered(KEYS, AS_OF, Cause.NO_CLAIM));
    }

    @Test
    void aRefusalIsTheCauseOfEverythingUntilAClaimAfterItReachesBack() {
        assertThat(of(claim(ClaimStatus.REFUSED))).containsExactly(new Uncovered(KEYS, AS_OF, Cause.REFUSED));
        assertThat(CoverByClaims.of(List.of(claim(ClaimStatus.REFUSED), awarded(PAID)), AS_OF))
                .containsExactly(new Uncovered(KEYS, PAID, Cause.REFUSED), credited(PAID));
        assertThat(CoverByClaims.of(List.of(claim(ClaimStatus.COMPLETE)), KEYS)).isEmpty();
    }

    /** The account leaves out the nights that a credit was posted for. */
    private static Uncovered credited(LocalDate from) {
        return new Uncovered(from, AS_OF, Cause.AWARDED_NOT_CREDITED, 30_000);
    }

    private static List<Uncovered> of(BenefitClaim claim) {
        return CoverByClaims.of(List.of(claim), AS_OF);
    }

    private static BenefitClaim claim(ClaimStatus status) {
        return new BenefitClaim(1, 2, null, status, Kind.NEW_CLAIM, "HB1", MADE, KEYS, false,
                null, null, null, null, null, null, 0);
    }

    private static BenefitClaim awarded(LocalDate from) {
        return new BenefitClaim(1, 2, null, ClaimStatus.AWARDED_PART, Kind.NEW_CLAIM, "HB1",
                MADE, KEYS, false, null, null, AS_OF, from, 30_000, null, 0);
    }

    private static BenefitClaim without(ClaimStatus status, BenefitClaim.WhyNone why) {
        return new BenefitClaim(1, 2, null, status, null, null, null, KEYS, false, why, null,
                null, null, null, null, 0);
    }
}
