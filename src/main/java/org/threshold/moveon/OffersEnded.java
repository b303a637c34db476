package org.threshold.moveon;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.Duties;
import org.threshold.letter.Letters;
import org.threshold.moveon.HomeOfferEvent.Kind;
import org.threshold.moveon.store.HomeOfferStore;
import org.threshold.worklist.CaseProcesses;

/** Offers that the council takes back, and offers that do not stand on review. */
@Component
class OffersEnded {

    /** What the process of an offer waits for while it runs. */
    static final String WITHDRAWN = "threshold.homeOffer.withdrawn";

    private static final Set<OfferStatus> SETTLED = EnumSet.of(OfferStatus.REFUSED_REASONABLE,
            OfferStatus.REFUSED_DISCHARGE, OfferStatus.SET_ASIDE);

    private static final Set<CaseStatus> NOBODY_TO_TELL = EnumSet.of(CaseStatus.DECEASED,
            CaseStatus.CREATED_IN_ERROR, CaseStatus.MERGED);

    private final HomeOfferStore store;
    private final CaseFiles cases;
    private final Duties duties;
    private final Letters letters;
    private final CaseProcesses processes;
    private final OfferRecord record;

    OffersEnded(HomeOfferStore store, CaseFiles cases, Duties duties, Letters letters, CaseProcesses processes,
                OfferRecord record) {
        this.store = store;
        this.cases = cases;
        this.duties = duties;
        this.letters = letters;
        this.processes = processes;
        this.record = record;
    }

    void withdraw(CaseReference reference, long id, String words) {
        HomeOffer offer = record.held(reference, id);
        if (offer.status() == OfferStatus.WITHDRAWN_BY_LA) {
            return;
        }
        if (SETTLED.contains(offer.status())) {
            throw new NotPossible("This offer is settled, so it cannot be taken back any more.");
        }
        boolean goesOn = duties.running(reference, offer.duty()).isPresent();
        if (offer.status() == OfferStatus.ACCEPTED && !goesOn) {
            throw new NotPossible("They accepted this offer and the duty has ended, so it cannot be taken back any more:"
                    + " they would be left without the home and without the duty.");
        }
        takeBack(offer, words);
        if (offer.given() != null && !NOBODY_TO_TELL.contains(cases.summary(reference).status())) {
            letters.issue(reference, "offer-withdrawn", OfferLetterModels.withdrawn(offer, words, goesOn),
                    "home-offer-withdrawn-" + id);
        }
        processes.tellAbout(reference, WITHDRAWN, "offerId", id, Map.of("offerOutcome", "WITHDRAWN_BY_LA"));
    }

    void drop(CaseReference reference, long id, String words) {
        HomeOffer offer = record.held(reference, id);
        if (offer.status() == OfferStatus.DRAFT) {
            takeBack(offer, words);
        }
    }

    private void takeBack(HomeOffer offer, String words) {
        CaseReference reference = offer.caseReference();
        store.withdraw(offer.id(), new HomeOffer.Withdrawn(record.today(), record.by(), words));
        record.happened(reference, offer.id(), Kind.WITHDRAWN, words);
        record.audit(reference, "homeOffer.withdrawn", offer.id(), Map.of("kind", offer.kind().name(), "from",
                offer.status().name()), words, offer.kind().provision(offer.duty()));
    }

    void setAside(CaseReference reference, long id, long reviewId) {
        HomeOffer offer = record.held(reference, id);
        if (offer.status() == OfferStatus.SET_ASIDE || offer.status() == OfferStatus.WITHDRAWN_BY_LA) {
            return;
        }
        store.setAside(id, reviewId);
        record.happened(reference, id, Kind.SET_ASIDE, null);
        record.audit(reference, "homeOffer.setAside", id, Map.of("review", String.valueOf(reviewId), "from",
                offer.status().name()), null, "s202(1)(f), (g)");
        processes.tellAbout(reference, WITHDRAWN, "offerId", id, Map.of("offerOutcome", "WITHDRAWN_BY_LA"));
    }

    void caseEnded(CaseReference reference, String words) {
        store.of(reference).stream().filter(offer -> offer.status().underWay())
                .forEach(offer -> withdraw(reference, offer.id(), words));
    }
}
