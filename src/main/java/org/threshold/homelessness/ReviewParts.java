package org.threshold.homelessness;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.FourEyes;
import org.threshold.access.Prepared;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.homelessness.store.ReviewPartStore;

/**
 * Who may not review a decision besides those who made it: whoever took part in its inquiries, opened the refusal that a
 * notice rests on, made, agreed to, gave or reconsidered the offer, or has looked at it again before (s203(2)(a); reg 5 of
 * SI 2018/223).
 * It does not reach everybody who ever worked on the case: a small council must be able to find a reviewer.
 */
@Component
class ReviewParts {

    private final ReviewPartStore store;
    private final DutyStore duties;
    private final ObjectProvider<OffersMade> offers;

    ReviewParts(ReviewPartStore store, DutyStore duties, ObjectProvider<OffersMade> offers) {
        this.store = store;
        this.duties = duties;
        this.offers = offers;
    }

    Prepared prepared(Review review) {
        Set<String> part = new HashSet<>(store.inReviewsOf(review));
        part.addAll(inSubject(review));
        return new Prepared(FourEyes.REVIEW, review.caseReference(), review.request().decidedBy(), part);
    }

    private Set<String> inSubject(Review review) {
        String subject = review.request().subject();
        if (subject == null) {
            return Set.of();
        }
        int dash = subject.lastIndexOf('-');
        long id = Long.parseLong(subject.substring(dash + 1));
        return switch (subject.substring(0, dash)) {
            case "decision" -> store.inDecision(id);
            case "notice" -> store.inNotice(id);
            case "offer" -> inOffer(review, id);
            case "ending" -> inEnding(review, id);
            default -> Set.of();
        };
    }

    /** A duty that ended on a refusal ended on what was found when the refusal was looked at again. */
    private Set<String> inEnding(Review review, long id) {
        Set<String> people = new HashSet<>();
        duties.endings(review.caseReference()).stream().filter(each -> each.id() == id).forEach(ending ->
                offers.orderedStream().flatMap(each -> each.of(review.caseReference()).stream())
                        .filter(offer -> offer.duty() == ending.kind() && offer.foundSuitable() != null)
                        .filter(offer -> offer.kind().whenRefused(offer.duty()).filter(ending.facts().reason()::equals)
                                .isPresent())
                        .forEach(offer -> people.addAll(inOffer(review, offer.id()))));
        return people;
    }

    private Set<String> inOffer(Review review, long id) {
        return offers.orderedStream().flatMap(each -> each.tookPart(review.caseReference(), id).stream())
                .collect(Collectors.toSet());
    }
}
