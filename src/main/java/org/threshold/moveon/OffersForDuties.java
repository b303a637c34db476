package org.threshold.moveon;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.OfferMade;
import org.threshold.homelessness.OfferMade.Answer;
import org.threshold.homelessness.OffersMade;
import org.threshold.moveon.store.HomeOfferStore;

/** Offers of settled homes as the end of a duty asks for them. Only those that were made: a draft proves nothing. */
@Component
class OffersForDuties implements OffersMade {

    private final HomeOfferStore store;

    OffersForDuties(HomeOfferStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OfferMade> of(CaseReference reference) {
        return store.of(reference).stream().filter(offer -> offer.given() != null).map(OffersForDuties::made).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OfferMade> find(CaseReference reference, long offerId) {
        return store.find(reference, offerId).filter(offer -> offer.given() != null).map(OffersForDuties::made);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> tookPart(CaseReference reference, long offerId) {
        return store.find(reference, offerId).map(OffersForDuties::people).orElse(Set.of());
    }

    private static Set<String> people(HomeOffer offer) {
        Set<String> people = new HashSet<>(Set.of(offer.draftedBy()));
        Optional.ofNullable(offer.look()).map(HomeOffer.Look::by).ifPresent(people::add);
        Optional.ofNullable(offer.given()).map(HomeOffer.Given::by).ifPresent(people::add);
        Optional.ofNullable(offer.reconsidered()).map(HomeOffer.Reconsidered::by).ifPresent(people::add);
        return people;
    }

    private static OfferMade made(HomeOffer offer) {
        HomeOffer.Given given = offer.given();
        HomeOffer.Answered answered = offer.answered();
        HomeOffer.Reconsidered again = offer.reconsidered();
        Answer answer = answer(offer.status());
        return new OfferMade(offer.id(), offer.caseReference(), offer.duty(), offer.kind(), offer.terms().address(),
                given.writtenOn(), given.saidFinal(), given.consequencesTold(), given.reviewRightTold(),
                given.considerUntil(), answer, answered == null ? null : answered.on(),
                answer == Answer.REFUSED ? answered.words() : null, again == null ? null : again.on(),
                again == null ? null : again.suitable(), again == null ? null : again.by(), offer.draftedBy());
    }

    private static Answer answer(OfferStatus status) {
        return switch (status) {
            case DRAFT, OPEN -> Answer.OPEN;
            case ACCEPTED -> Answer.ACCEPTED;
            case REFUSED, REFUSED_REASONABLE, REFUSED_DISCHARGE -> Answer.REFUSED;
            case WITHDRAWN_BY_LA -> Answer.WITHDRAWN_BY_COUNCIL;
            case SET_ASIDE -> Answer.SET_ASIDE_ON_REVIEW;
        };
    }
}
