package org.threshold.homelessness;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.store.ConsequenceStore;
import org.threshold.homelessness.store.DutyStore;

/**
 * Ends that do not stand any more, because a review or the court set them aside. Nothing else would keep the same refusal
 * from ending the duty again that goes on because it could not.
 */
@Component
class EndsSetAside {

    private static final String FOUNDS_NO_OTHER = "The end that rested on that offer was set aside on review, so the"
            + " offer cannot found another end";

    private final DutyStore duties;
    private final ConsequenceStore consequences;

    EndsSetAside(DutyStore duties, ConsequenceStore consequences) {
        this.duties = duties;
        this.consequences = consequences;
    }

    /** The duties whose end was set aside, however the review named it. */
    Set<Long> duties(CaseReference reference) {
        Set<String> gone = consequences.noLongerStands(reference);
        return Stream.concat(
                duties.of(reference).stream().map(Duty::id).filter(id -> gone.contains("owed-" + id)
                        || gone.contains("duty-" + id)),
                done(reference).stream().filter(each -> gone.contains("ending-" + each.id())).map(DutyEnding::dutyId))
                .collect(Collectors.toSet());
    }

    /** Why nothing can end on that offer of a settled home, as a sentence without its full stop. */
    Optional<String> onOffer(CaseReference reference, long offerId) {
        return on(reference, facts -> facts.offerId() != null && facts.offerId() == offerId);
    }

    /** The same for a place to stay. */
    Optional<String> onPlace(CaseReference reference, long placeOfferId) {
        return on(reference, facts -> facts.placeOfferId() != null && facts.placeOfferId() == placeOfferId);
    }

    private Optional<String> on(CaseReference reference, Predicate<DutyEnding.Facts> offer) {
        Set<Long> setAside = duties(reference);
        return done(reference).stream().filter(each -> offer.test(each.facts()) && setAside.contains(each.dutyId()))
                .findFirst().map(each -> FOUNDS_NO_OTHER);
    }

    private List<DutyEnding> done(CaseReference reference) {
        return duties.endings(reference).stream().filter(each -> each.status() == DutyEnding.Status.DONE).toList();
    }
}
