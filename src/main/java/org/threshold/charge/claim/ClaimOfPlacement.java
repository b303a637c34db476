package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementListener;
import org.threshold.accommodation.Words;
import org.threshold.charge.claim.store.ClaimStore;

/** With the keys a claim is made or owed: no placement is lived in without the one or the step for the other. */
@Component
class ClaimOfPlacement implements PlacementListener {

    private final ClaimStore store;
    private final ClaimProcess process;
    private final ClaimRecord record;

    ClaimOfPlacement(ClaimStore store, ClaimProcess process, ClaimRecord record) {
        this.store = store;
        this.process = process;
        this.record = record;
    }

    @Override
    public void movedIn(Placement placement) {
        Optional<BenefitClaim> claim = store.latest(placement.id());
        if (claim.filter(BenefitClaim::covers).isPresent()) {
            changeFirstNight(claim.get(), placement.startsOn());
        } else if (claim.filter(known -> known.status() == ClaimStatus.NOT_STARTED).isEmpty()) {
            owe(placement);
        }
    }

    private void owe(Placement placement) {
        long id = store.insertOwed(placement.id(), placement.caseReference(), placement.startsOn(), record.by(),
                record.now());
        BenefitClaim owed = store.find(id).orElseThrow();
        process.startOwed(owed, record.today());
        record.tell(placement.caseReference(), "Housing Benefit is to be claimed from "
                + Words.day(placement.startsOn()), "The keys were given without a claim. Made by "
                + Words.day(BenefitWeeks.sundayOf(placement.startsOn())) + " it pays from the first night");
        record.audit(owed, "claim.due", Map.of(), "SI 2006/213 reg 76");
    }

    @Override
    public void corrected(Placement before, Placement after) {
        store.latest(after.id()).ifPresent(claim -> changeFirstNight(claim, after.startsOn()));
    }

    /** An award that begins before the corrected first night stays as it was decided, and the benefit office is told. */
    private void changeFirstNight(BenefitClaim claim, LocalDate firstNight) {
        if (firstNight == null || firstNight.equals(claim.liableFrom())) {
            return;
        }
        if (claim.awardedFrom() != null && claim.awardedFrom().isBefore(firstNight)) {
            record.tell(claim.caseReference(), "Tell the benefit office: Housing Benefit is paid from "
                    + Words.day(claim.awardedFrom()) + ", and the first night was "
                    + Words.day(firstNight), null);
            return;
        }
        store.changeLiableFrom(claim.id(), firstNight);
        record.audit(claim, "claim.firstNightChanged", Map.of("was", claim.liableFrom().toString(), "is",
                firstNight.toString()), null);
    }
}
