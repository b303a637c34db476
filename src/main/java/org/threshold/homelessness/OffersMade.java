package org.threshold.homelessness;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threshold.casefile.CaseReference;

/** What the end of a duty asks of offers of settled homes; the room that makes them answers. */
public interface OffersMade {

    /** Oldest first. */
    List<OfferMade> of(CaseReference reference);

    Optional<OfferMade> find(CaseReference reference, long offerId);

    /** Usernames of who made it, agreed to it, gave it, or looked at it again: none of them reviews it (s203(2)(a)). */
    Set<String> tookPart(CaseReference reference, long offerId);
}
