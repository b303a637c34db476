package org.threshold.scenario;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.ClaimStatus;

/**
 * What the benefit office answers on a claim: from the first night that the day of the claim reaches, the whole charge
 * or three quarters of it. Assumed, as for those who are brought over.
 */
@Component
@Profile("demonstration")
class Awards {

    /** Of the claims that are decided. */
    static final double IN_FULL = 0.8;

    private static final String DECISION = "claimDecision";
    private static final int DAYS_OF_WEEK = 7;
    private static final int QUARTERS = 4;
    private static final int PENCE = 2;

    private final BenefitClaims claims;
    private final Placements placements;
    private final Units units;

    Awards(BenefitClaims claims, Placements placements, Units units) {
        this.claims = claims;
        this.placements = placements;
        this.units = units;
    }

    /** What is paid of a charge, in whatever money that is. */
    static int of(boolean full, int charge) {
        return full ? charge : charge * (QUARTERS - 1) / QUARTERS;
    }

    /** In pence. */
    static int aWeek(Rate rate) {
        return rate.per() == Rate.Per.NIGHT ? Math.multiplyExact(rate.total(), DAYS_OF_WEEK) : rate.total();
    }

    /** Adds to the answer that a claim is decided from when and how much is paid; whatever else is answered stays. */
    Map<String, String> completed(CaseReference reference, Map<String, String> answers) {
        Optional<BenefitClaim> waiting = !answers.containsKey(DECISION) ? Optional.empty()
                : claims.of(reference).stream().filter(BenefitClaim::undecided).findFirst();
        if (waiting.isEmpty()) {
            return answers;
        }
        BenefitClaim claim = waiting.get();
        Placement placement = placements.get(claim.placementId());
        int weekly = of(answers.get(DECISION).equals(ClaimStatus.AWARDED_FULL.name()),
                aWeek(units.rateOn(placement.unitId(), claim.liableFrom())));
        Map<String, String> completed = new HashMap<>(answers);
        completed.put("awardedFrom", claim.paidFrom().toString());
        completed.put("awardedWeekly", BigDecimal.valueOf(weekly, PENCE).toPlainString());
        return completed;
    }
}
