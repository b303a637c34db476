package org.threshold.accommodation;

import java.util.Set;

/** The life of a placement, from the request to the unit being ready again. */
public enum PlacementStatus {
    REQUESTED("Requested"), SEARCHING("Searching"), OFFERED("Offered"), REFUSED("Refused"), ACCEPTED("Accepted"),
    SIGNED_UP("Signed up"), IN_OCCUPATION("In occupation"), EXTENDED("Extended"), OVERSTAY("Overstay"),
    NOTICE_GIVEN("Notice given"), ENDED("Ended"), TURNAROUND("Turnaround"), NO_SHOW("Did not attend"),
    CANCELLED("Cancelled");

    /** The household has the keys. */
    public static final Set<PlacementStatus> LIVED_IN = Set.of(IN_OCCUPATION, EXTENDED, OVERSTAY, NOTICE_GIVEN);

    /** Before the keys. */
    public static final Set<PlacementStatus> ON_THE_WAY = Set.of(REQUESTED, SEARCHING, OFFERED, ACCEPTED, SIGNED_UP,
            NO_SHOW);

    private final String words;

    PlacementStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
