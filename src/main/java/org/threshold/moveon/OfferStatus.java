package org.threshold.moveon;

import java.util.EnumSet;
import java.util.Set;

/** How an offer of a settled home stands (domain reference F4). */
public enum OfferStatus {
    DRAFT("Being prepared"),
    OPEN("Waiting for their answer"),
    REFUSED("Refused, suitability to be looked at again"),
    ACCEPTED("Accepted"),
    REFUSED_REASONABLE("Refused, and nothing follows from it"),
    REFUSED_DISCHARGE("Refused although it is suitable, so the duty can end"),
    WITHDRAWN_BY_LA("Taken back by the council"),
    SET_ASIDE("Found not to stand on review");

    private static final Set<OfferStatus> UNDER_WAY = EnumSet.of(DRAFT, OPEN, REFUSED);

    private final String words;

    OfferStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether something is still to be done before it counts for anything. */
    public boolean underWay() {
        return UNDER_WAY.contains(this);
    }
}
