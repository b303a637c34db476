package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.accommodation.ClaimsForKeys.Claim;
import org.threshold.accommodation.store.KeysStore;

/**
 * The gate: a claim for Housing Benefit, or a release by somebody else who may; and for a home outside the borough a
 * record that a manager has approved. Asked in the transaction that gives the
 * keys, and the table refuses what has neither.
 */
@Service
class GatedKeys implements Keys {

    private final Placements placements;
    private final KeysReleases releases;
    private final KeysStore store;
    private final ObjectProvider<ClaimsForKeys> claims;
    private final OutsideRecords outsideTheBorough;
    private final AccommodationRecord record;

    /** Claims are asked for late: the room of charges knows this one. */
    GatedKeys(Placements placements, KeysReleases releases, KeysStore store, ObjectProvider<ClaimsForKeys> claims,
              OutsideRecords outsideTheBorough, AccommodationRecord record) {
        this.placements = placements;
        this.releases = releases;
        this.store = store;
        this.claims = claims;
        this.outsideTheBorough = outsideTheBorough;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public String refusal(long placementId) {
        Placement placement = placements.get(placementId);
        if (placement.livedIn()) {
            return "They have the keys already.";
        }
        if (!placement.onTheWay()) {
            return "The keys cannot be given. The placement is recorded as “" + placement.status().words() + "”.";
        }
        if (placement.unitId() == null) {
            return "The keys cannot be given. No unit has been chosen yet.";
        }
        Optional<String> outside = outsideTheBorough.notApproved(placementId);
        if (outside.isPresent()) {
            return outside.get();
        }
        return claim(placementId).isPresent() || releases.released(placementId).isPresent() ? null
                : withoutClaim(placementId);
    }

    private String withoutClaim(long placementId) {
        return "The keys cannot be given yet. There is no claim for Housing Benefit, and nobody has released them. "
                + (releases.of(placementId).filter(KeysRelease::waits).isPresent()
                ? "A release has been asked for and waits for an answer."
                : "Make the claim, or ask for the keys to be released. That takes minutes.");
    }

    private Optional<Claim> claim(long placementId) {
        return claims.orderedStream().flatMap(each -> each.covering(placementId).stream()).findFirst();
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void give(long placementId, LocalDate firstNight, LocalDate expectedUntil) {
        give(placementId, firstNight, expectedUntil, null);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void give(long placementId, LocalDate firstNight, LocalDate expectedUntil, String givenThereBy) {
        Placement placement = placements.get(placementId);
        String refusal = refusal(placementId);
        if (refusal != null) {
            throw new NotPermitted(refusal, placement.caseReference());
        }
        Optional<String> claim = claim(placementId).map(Claim::reference);
        Optional<KeysRelease> release = releases.released(placementId);
        store.given(placement.caseReference(), placementId, claim.orElse(null),
                release.map(KeysRelease::id).orElse(null), givenThereBy, record.by(), record.now());
        Map<String, String> basis = new TreeMap<>();
        basis.put("claim", claim.isPresent() ? "yes" : "no");
        release.ifPresent(it -> basis.put("releasedBy", it.answeredBy()));
        release.ifPresent(it -> basis.put("reason", it.reason().name()));
        record.audit(placement.caseReference(), "keys.given", "placement " + placementId, basis, null,
                placement.function().provision());
        record.tell(placement.caseReference(), "decision", "The keys were given", claim.isPresent()
                ? "On a claim for Housing Benefit" : release.map(it -> "Released: " + it.reason().words()).orElse(null));
        placements.moveIn(placementId, firstNight, expectedUntil);
    }
}
