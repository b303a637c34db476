package org.threshold.moveon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewListener;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.ReviewableDecisions.Reviewable;
import org.threshold.homelessness.ReviewableElsewhere;
import org.threshold.moveon.store.HomeOfferStore;

/**
 * The suitability of a home that was offered can be reviewed, whether or not they took it (s202(1)(f) to (h), (1A) and
 * (1B)); an offer that does not stand on review counts for nothing any more.
 */
@Component
class OffersReviewed implements ReviewableElsewhere, ReviewListener {

    private static final String KEY = "offer-";

    private final HomeOfferStore store;
    private final ObjectProvider<OffersEnded> ended;

    /** What an overturned offer ends is asked for late: it tells processes, and reviews are asked for by them. */
    OffersReviewed(HomeOfferStore store, ObjectProvider<OffersEnded> ended) {
        this.store = store;
        this.ended = ended;
    }

    @Override
    public List<Reviewable> of(CaseReference reference) {
        List<Reviewable> found = new ArrayList<>(store.of(reference).stream()
                .filter(offer -> offer.given() != null && offer.status() != OfferStatus.SET_ASIDE)
                .map(offer -> new Reviewable(KEY + offer.id(), ReviewMatter.SUITABILITY, offer.given().writtenOn(),
                        makers(offer))).toList());
        Collections.reverse(found);
        return found;
    }

    /** Everybody who found it suitable: who drafted it, looked at it, gave it, and looked at it again. */
    private static Set<String> makers(HomeOffer offer) {
        return new HashSet<>(Stream.of(offer.draftedBy(), offer.look() == null ? null : offer.look().by(),
                offer.given().by(), offer.reconsidered() == null ? null : offer.reconsidered().by())
                .filter(Objects::nonNull).toList());
    }

    @Override
    public void overturned(Review review) {
        String subject = review.request().subject();
        if (subject != null && subject.matches(KEY + "\\d+")) {
            ended.getObject().setAside(review.caseReference(), Long.parseLong(subject.substring(KEY.length())),
                    review.id());
        }
    }
}
