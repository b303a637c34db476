package org.threshold.moveon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.HomeOfferEvent.Kind;
import org.threshold.moveon.store.HomeOfferStore;

/** What every use case of an offer writes: its own chain, the case's timeline, and the audit. */
@Component
class OfferRecord {

    private final HomeOfferStore store;
    private final MoveOnRecord record;

    OfferRecord(HomeOfferStore store, MoveOnRecord record) {
        this.store = store;
        this.record = record;
    }

    String by() {
        return record.by();
    }

    LocalDate today() {
        return record.today();
    }

    Instant now() {
        return record.now();
    }

    /** A link of the offer's chain, and the same on the case's timeline. */
    void happened(CaseReference reference, long offerId, Kind kind, String words) {
        store.happened(reference, new HomeOfferEvent(offerId, kind, today(), words, by(), now()));
        record.tell(reference, "decision", "Offer of a home: " + lower(kind.title()), words);
    }

    void audit(CaseReference reference, String action, long offerId, Map<String, String> details, String reason,
               String provision) {
        record.audit(reference, action, "offer " + offerId, details, reason, provision);
    }

    /** @throws NotPossible when the case has no such offer */
    HomeOffer held(CaseReference reference, long id) {
        return store.hold(reference, id).orElseThrow(() -> new NotPossible("There is no such offer on this case."));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
