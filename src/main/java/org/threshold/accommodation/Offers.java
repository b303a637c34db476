package org.threshold.accommodation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Offer.Answer;
import org.threshold.accommodation.store.OfferStore;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Letters;

/**
 * Offers of temporary accommodation and what households say to them. What was never given with an address and a time
 * cannot be refused.
 */
@Service
public class Offers {

    static final String NO_OFFER = "It was not offered with an address and a time, so it cannot count as refused";

    private final OfferStore store;
    private final Placements placements;
    private final Units units;
    private final Availability availability;
    private final Letters letters;
    private final AccommodationRecord record;

    Offers(OfferStore store, Placements placements, Units units,
           Availability availability, Letters letters, AccommodationRecord record) {
        this.store = store;
        this.placements = placements;
        this.units = units;
        this.availability = availability;
        this.letters = letters;
        this.record = record;
    }

    /**
     * @param address     as it was told; null where it was not
     * @param availableAt from when they can go there; null where they were not told
     */
    public record NewOffer(String address, Instant availableAt, Instant replyBy, Offer.Told toldHow) {
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Offer> latest(long placementId) {
        return store.latest(placementId);
    }

    /** All of a case over all of its placements, oldest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Offer> of(CaseReference reference) {
        return store.of(reference);
    }

    /**
     * Offers the unit that is chosen, and writes the letter that says so. An offer that is still open is taken back.
     *
     * @throws Availability.NotFree when somebody else has the unit meanwhile
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void make(long placementId, NewOffer offer) {
        Placement placement = placements.get(placementId);
        if (placement.unitId() == null) {
            throw new NotPossible("No unit has been chosen for this placement.");
        }
        latest(placementId).filter(open -> open.answer() == null).ifPresent(open ->
                store.answer(open.id(), Answer.WITHDRAWN, null, record.by(), record.now()));
        availability.hold(placement.unitId(), placementId, record.today());
        if (placement.status() == PlacementStatus.ACCEPTED || placement.status() == PlacementStatus.NO_SHOW
                || placement.status() == PlacementStatus.SIGNED_UP) {
            record.tell(placement.caseReference(), "decision", "The unit is offered again", null);
        } else {
            placements.changeStatus(placementId, PlacementStatus.OFFERED, null);
        }
        long id = store.insert(placementId, placement.unitId(), offer, record.by(), record.now());
        record.audit(placement.caseReference(), "offer.made", "offer " + id, Map.of("complete",
                String.valueOf(offer.address() != null && offer.availableAt() != null), "toldHow",
                offer.toldHow().name()), null, placement.function().provision());
        letters.issue(placement.caseReference(), "ta-offer", letter(placement, offer), "ta-offer-" + id);
    }

    private Map<String, Object> letter(Placement placement, NewOffer offer) {
        Unit unit = units.get(placement.unitId());
        Map<String, Object> model = new HashMap<>();
        model.put("functionWords", placement.function().words());
        model.put("section", placement.function().section());
        model.put("reviewable", placement.function().reviewable());
        model.put("address", offer.address());
        model.put("availableAt", offer.availableAt() == null ? null : Words.time(offer.availableAt()));
        model.put("replyBy", offer.replyBy().isAfter(record.now()) ? Words.time(offer.replyBy()) : null);
        model.put("charge", Words.pounds(unit.rate().total()) + " " + unit.rate().per().words());
        model.put("eligible", Words.pounds(unit.rate().eligible()));
        model.put("ineligible", unit.rate().ineligible() == 0 ? null : Words.pounds(unit.rate().ineligible()));
        model.put("outside", units.outside(unit));
        return model;
    }

    /** Why the answer cannot be taken like this, as a sentence; empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> problem(long placementId, Answer answer) {
        Optional<Offer> open = store.latest(placementId).filter(offer -> offer.answer() == null);
        if (open.isEmpty()) {
            return Optional.of("No offer is open for this placement");
        }
        return answer == Answer.REFUSED && !open.get().complete() ? Optional.of(NO_OFFER) : Optional.empty();
    }

    /** @throws NotPossible as {@link #problem} */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answer(long placementId, Answer answer, String words) {
        problem(placementId, answer).ifPresent(problem -> {
            throw new NotPossible(problem + ".");
        });
        Placement placement = placements.get(placementId);
        Offer open = store.latest(placementId).orElseThrow();
        store.answer(open.id(), answer, words, record.by(), record.now());
        record.audit(placement.caseReference(), "offer.answered", "offer " + open.id(), Map.of("answer",
                answer.name()), null, placement.function().provision());
        if (answer == Answer.ACCEPTED) {
            placements.changeStatus(placementId, PlacementStatus.ACCEPTED, words);
        } else if (answer == Answer.OWN_ARRANGEMENTS) {
            placements.changeStatus(placementId, PlacementStatus.CANCELLED, words);
        } else {
            record.tell(placement.caseReference(), "decision", answer == Answer.REFUSED
                    ? "They refuse the unit that was offered" : "They could not be reached about the offer", words);
        }
    }

    /**
     * A refusal was looked at again in the light of their reasons, also one made at the desk after they had accepted.
     *
     * @throws NotPossible when it was never offered with an address and a time
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void reconsider(long placementId, boolean stillSuitable, String words) {
        Placement placement = placements.get(placementId);
        Offer last = store.latest(placementId).orElseThrow(() -> new NotPossible(NO_OFFER + "."));
        if (!last.complete()) {
            throw new NotPossible(NO_OFFER + ".");
        }
        if (last.answer() != Answer.REFUSED) {
            store.answer(last.id(), Answer.REFUSED, last.answerWords(), record.by(), record.now());
        }
        store.reconsider(last.id(), stillSuitable, words, record.by(), record.now());
        record.tell(placement.caseReference(), "decision", stillSuitable
                ? "The refusal was looked at again: the unit is still suitable"
                : "The refusal was looked at again: the unit does not suit them", words);
        record.audit(placement.caseReference(), "offer.reconsidered", "offer " + last.id(), Map.of("stillSuitable",
                String.valueOf(stillSuitable)), null, "s206");
    }
}
