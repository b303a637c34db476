package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;

/** What it costs the household, and so the council, that a claim comes late. */
@Service
public class ClaimCosts {

    private final Placements placements;
    private final Units units;
    private final ClaimRecord record;

    ClaimCosts(Placements placements, Units units, ClaimRecord record) {
        this.placements = placements;
        this.units = units;
        this.record = record;
    }

    /**
     * Nights and pounds that were lost; for a claim that is not made yet, those that would be lost if it were made today.
     * What an award says counts, once there is one.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public LateClaimCost of(CaseReference reference, BenefitClaim claim) {
        LocalDate paidFrom = paidFrom(claim);
        Placement placement = placements.get(claim.placementId());
        if (placement.endedOn() != null && placement.endedOn().isBefore(paidFrom)) {
            paidFrom = placement.endedOn();
        }
        if (placement.unitId() == null || !claim.liableFrom().isBefore(paidFrom)) {
            return LateClaimCost.of(List.of(), claim.liableFrom(), paidFrom);
        }
        return LateClaimCost.of(units.rates(List.of(placement.unitId())).getOrDefault(placement.unitId(), List.of()),
                claim.liableFrom(), paidFrom);
    }

    private LocalDate paidFrom(BenefitClaim claim) {
        return switch (claim.status()) {
            case NOT_DUE, REFUSED, WITHDRAWN -> claim.liableFrom();
            case AWARDED_FULL, AWARDED_PART -> claim.awardedFrom();
            case NOT_STARTED -> BenefitWeeks.firstNightPaid(Kind.NEW_CLAIM, claim.liableFrom(), record.today());
            default -> claim.paidFrom();
        };
    }
}
