package org.threshold.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.Rate;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.ClaimStatus;

/** A hotel at £75 a night, £525 a week, of which three quarters are awarded: £393.75. */
class InstalmentTest {

    /** A Wednesday; the first pay day is the Monday after it. */
    private static final LocalDate FIRST = LocalDate.of(2027, 2, 24);
    private static final LocalDate SECOND_PAY_DAY = LocalDate.of(2027, 3, 29);
    private static final LocalDate THIRD_PAY_DAY = LocalDate.of(2027, 4, 26);
    private static final PlayedYear YEAR = new PlayedYear(Scenario.PEER_REVIEW_2023, 7, 1, FIRST, FIRST.plusDays(99),
            FIRST);
    private static final int CHARGE = Awards.aWeek(new Rate(Rate.Per.NIGHT, 7_500, 0));
    private static final int AWARDED = Awards.of(false, CHARGE);

    private static BenefitClaim awarded(LocalDate from, LocalDate decidedOn) {
        return new BenefitClaim(1, 2, new CaseReference("HA-2027-00001"), ClaimStatus.AWARDED_PART, Kind.NEW_CLAIM, "HB1", from,
                from, false, null, from, decidedOn, from, AWARDED, null, 1);
    }

    @Test
    void anAwardIsPaidFromItsFirstNightAndThenByWeeks() {
        LocalDate keys = LocalDate.of(2027, 3, 5);
        BenefitClaim claim = awarded(keys, LocalDate.of(2027, 4, 10));
        assertThat(Instalment.of(YEAR, claim, THIRD_PAY_DAY, THIRD_PAY_DAY, CHARGE))
                .isEqualTo(new Instalment(keys, THIRD_PAY_DAY, 39_375L * 52 / 7, 13_125L * 52 / 7));
        LocalDate next = THIRD_PAY_DAY.plusDays(28);
        assertThat(Instalment.of(YEAR, claim, next, next, CHARGE))
                .isEqualTo(new Instalment(THIRD_PAY_DAY, next, 4 * 39_375, 4 * 13_125));
    }

    @Test
    void whoeverLeavesHasPaidToTheDay() {
        BenefitClaim claim = awarded(LocalDate.of(2027, 3, 5), LocalDate.of(2027, 3, 20));
        LocalDate left = SECOND_PAY_DAY.plusDays(7);
        assertThat(Instalment.of(YEAR, claim, left, left, CHARGE))
                .isEqualTo(new Instalment(SECOND_PAY_DAY, left, 39_375, 13_125));
    }

    @Test
    void whatIsAwardedAfterTheyLeftIsPaidToTheDayOnWhichTheyDid() {
        LocalDate keys = LocalDate.of(2027, 3, 5);
        LocalDate left = keys.plusDays(14);
        BenefitClaim claim = awarded(keys, LocalDate.of(2027, 4, 10));
        assertThat(Instalment.of(YEAR, claim, THIRD_PAY_DAY, left, 0).benefit()).isEqualTo(2 * 39_375);
        LocalDate next = THIRD_PAY_DAY.plusDays(28);
        assertThat(Instalment.of(YEAR, claim, next, left, 0).benefit()).isNegative();
    }

    @Test
    void anAwardFromBeforeTheYearIsPaidFromTheDayOfTheBalances() {
        BenefitClaim claim = awarded(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 20));
        LocalDate first = LocalDate.of(2027, 3, 1);
        assertThat(Instalment.of(YEAR, claim, first, first, CHARGE).from()).isEqualTo(FIRST.minusDays(1));
    }
}
