package org.threshold.moveon;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Letters;
import org.threshold.moveon.HomeOfferEvent.Kind;
import org.threshold.moveon.store.HomeOfferStore;

/** What a second person decides about an offer: whether a final one may be made, and what a refusal comes to. */
@Service
public class HomeOfferSecond {

    private final HomeOfferStore store;
    private final OfferReadiness readiness;
    private final SecondPerson second;
    private final OfferLetterModels models;
    private final Letters letters;
    private final OfferRecord record;

    HomeOfferSecond(HomeOfferStore store, OfferReadiness readiness, SecondPerson second, OfferLetterModels models,
                    Letters letters, OfferRecord record) {
        this.store = store;
        this.readiness = readiness;
        this.second = second;
        this.models = models;
        this.letters = letters;
        this.record = record;
    }

    /** Why the current officer may not be the second person, or empty when they may. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference, long id) {
        return store.find(reference, id).map(offer -> second.refusal(prepared(offer)))
                .orElse(Optional.of("There is no such offer on this case."));
    }

    /** Who could be the second person, in words; null where none is needed. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String whoMay(CaseReference reference, long id) {
        return store.find(reference, id).map(offer -> second.whoCould(prepared(offer))).orElse(null);
    }

    /** Whether the current officer may take a final offer back to its draft, because it is theirs. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean mayTakeBack(CaseReference reference, long id) {
        return store.find(reference, id).filter(offer -> offer.status() == OfferStatus.DRAFT)
                .filter(offer -> second.mayTakeBack(prepared(offer))).isPresent();
    }

    /** What a final offer lacks before anybody can agree to it, as sentences. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<String> missing(CaseReference reference, long id) {
        return store.find(reference, id).map(readiness::beforeSecondLook)
                .orElse(List.of("There is no such offer on this case"));
    }

    private static Prepared prepared(HomeOffer offer) {
        return offer.status() == OfferStatus.DRAFT
                ? Prepared.by(FourEyes.FINAL_HOME_OFFER, offer.caseReference(), offer.draftedBy())
                : new Prepared(FourEyes.REFUSED_HOME, offer.caseReference(), offer.given() == null
                        ? Set.of(offer.draftedBy()) : new HashSet<>(List.of(offer.draftedBy(), offer.given().by())));
    }

    /**
     * A second officer agrees to a final offer as it stands, or sends it back with what must be done first; whoever
     * drafted it may only take it back.
     *
     * @throws org.threshold.access.NotPermitted when this officer may not
     * @throws NotPossible with the first of {@link #missing}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void look(CaseReference reference, long id, boolean agrees, String words) {
        HomeOffer offer = record.held(reference, id);
        if (offer.status() != OfferStatus.DRAFT) {
            throw new NotPossible("This offer has been made or taken back.");
        }
        boolean own = !agrees && second.mayTakeBack(prepared(offer));
        Map<String, String> independence = own ? Map.of() : second.require(prepared(offer));
        if (agrees) {
            readiness.beforeSecondLook(offer).stream().findFirst().ifPresent(missing -> {
                throw new NotPossible(missing + ".");
            });
        }
        if (!own) {
            store.look(id, agrees, record.by(), record.today(), words);
        }
        record.happened(reference, id, agrees ? Kind.AGREED : Kind.SENT_BACK, words);
        record.audit(reference, agrees ? "homeOffer.agreed" : "homeOffer.sentBack", id, independence, words,
                offer.kind().provision(offer.duty()));
    }

    /**
     * A refusal was looked at again, in the light of the reasons. Where the home was suitable all the same, the duty may
     * end on it; where it was not, nothing follows. Either way they are told in writing.
     *
     * @throws org.threshold.access.NotPermitted when this officer made the offer
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public OfferStatus reconsider(CaseReference reference, long id, boolean suitable, String words) {
        HomeOffer offer = record.held(reference, id);
        if (offer.status() != OfferStatus.REFUSED) {
            throw new NotPossible("No refusal of this offer waits to be looked at again.");
        }
        Map<String, String> independence = second.require(prepared(offer));
        OfferStatus status = suitable ? OfferStatus.REFUSED_DISCHARGE : OfferStatus.REFUSED_REASONABLE;
        store.reconsider(id, status, new HomeOffer.Reconsidered(record.today(), suitable, record.by(), words));
        record.happened(reference, id, suitable ? Kind.FOUND_SUITABLE : Kind.FOUND_NOT_SUITABLE, words);
        Map<String, String> details = new TreeMap<>(independence);
        details.put("suitable", String.valueOf(suitable));
        record.audit(reference, "homeOffer.reconsidered", id, details, words, offer.kind().provision(offer.duty()));
        letters.issue(reference, "offer-refusal-considered", models.considered(offer, suitable, words),
                "home-offer-considered-" + id);
        return status;
    }
}
