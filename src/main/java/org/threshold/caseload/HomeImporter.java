package org.threshold.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Availability;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.HostNotices;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;
import org.threshold.caseload.FormerHome.FormerClaim;
import org.threshold.charge.Accounts;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.LineKind;
import org.threshold.charge.claim.ClaimDecisions;
import org.threshold.homelessness.NotPossible;

/**
 * Brings over where a household lives, in the transaction of its case: the placement, its claim and what stood on its
 * account. What hangs on a placement begins as it does with the keys.
 */
@Component
class HomeImporter {

    private final Placements placements;
    private final Availability availability;
    private final Units units;
    private final ClaimsForKeys claims;
    private final ClaimDecisions decisions;
    private final Accounts accounts;
    private final ChargeAccounts charges;
    private final BedAndBreakfastNights nights;
    private final HostNotices notices;

    HomeImporter(Placements placements, Availability availability, Units units, ClaimsForKeys claims,
                 ClaimDecisions decisions, Accounts accounts, ChargeAccounts charges, BedAndBreakfastNights nights,
                 HostNotices notices) {
        this.placements = placements;
        this.availability = availability;
        this.units = units;
        this.claims = claims;
        this.decisions = decisions;
        this.accounts = accounts;
        this.charges = charges;
        this.nights = nights;
        this.notices = notices;
    }

    /** @throws org.threshold.worklist.StepRefused when the unit is taken, or the claim's reference is wrong */
    void bringOver(CaseReference reference, FormerHome home) {
        Long unit = units.named(List.of(home.unit())).get(KnownUnits.key(home.unit()));
        if (unit == null) {
            throw new NotPossible("The unit ‘" + home.unit() + "’ was not brought over, so nobody can live in it");
        }
        Placement asked = placements.request(reference, home.function(), null);
        availability.hold(unit, asked.id(), home.startedOn());
        placements.livesIn(asked.id(), unit);
        if (home.claim() != null) {
            claim(reference, asked.id(), home.claim(), home.startedOn());
        }
        accounts.open(List.of(new Accounts.Opening(asked.id(), home.balance().asAt(), home.balance().pence())));
        before(reference, asked.id(), home);
        placements.moveIn(asked.id(), home.startedOn(), home.expectedUntil());
        check(reference, asked.id(), home);
    }

    /** What holds from the first night on, and is known before anything begins with it. */
    private void before(CaseReference reference, long placementId, FormerHome home) {
        if (home.nightsBefore() > 0) {
            nights.broughtOver(reference, home.nightsBefore(), home.startedOn());
        }
        if (home.hostToldOn() != null) {
            notices.givenBefore(placementId, home.startedOn(), home.hostToldOn());
        }
    }

    private void claim(CaseReference reference, long placementId, FormerClaim claim, LocalDate liableFrom) {
        claims.made(new ClaimsForKeys.NewClaim(reference, placementId, claim.kind(), claim.reference(), claim.madeOn(),
                liableFrom, claim.evidence()));
        if (claim.award() != null) {
            decisions.decided(reference, placementId, claim.award());
        }
    }

    /** Reads back what was written before it is kept: a control total that was only counted on the way in proves little. */
    private void check(CaseReference reference, long placementId, FormerHome home) {
        boolean there = placements.livedIn(reference).stream().anyMatch(placement -> placement.id() == placementId
                && placement.startsOn().equals(home.startedOn()));
        Optional<ClaimsForKeys.Claim> claim = claims.covering(placementId);
        long opened = charges.statement(reference, placementId, LocalDate.MAX, false, null).totals()
                .getOrDefault(LineKind.OPENING, 0L);
        if (!there || claim.isPresent() != (home.claim() != null) || opened != home.balance().pence()) {
            throw new NotPossible("What was read back of the placement is not what the files say");
        }
    }
}
