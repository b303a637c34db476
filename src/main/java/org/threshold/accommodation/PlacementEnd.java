package org.threshold.accommodation;

/** Why a household left temporary accommodation. */
public enum PlacementEnd {
    MOVED_TO_OTHER_TA("Moved to other temporary accommodation"),
    PART6_ACCEPTED("Accepted an offer of social housing"),
    PART6_REFUSED("Refused an offer of social housing"),
    PRSO_ACCEPTED("Accepted a private rented sector offer"),
    PRSO_REFUSED("Refused a private rented sector offer"),
    REFUSED_TA("Refused suitable temporary accommodation, withdrew or lost contact"),
    NOT_ELIGIBLE("No longer eligible"),
    INTENTIONALLY_HOMELESS("Became homeless intentionally from it"),
    CEASED_TO_OCCUPY("Left of their own accord"),
    NOT_OCCUPIED("Never moved in"),
    ABANDONED("Abandoned it"),
    EVICTED("Evicted from it"),
    DUTY_ENDED("The duty ended"),
    DIED("The applicant died"),
    OTHER("Another reason");

    private final String words;

    PlacementEnd(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
