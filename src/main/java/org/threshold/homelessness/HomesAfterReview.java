package org.threshold.homelessness;

import java.util.List;
import org.threshold.casefile.CaseReference;

/** The places of the council in which a household lives, as an overturned decision asks for them. */
public interface HomesAfterReview {

    /** The placements they live in, by number. */
    List<Long> livedIn(CaseReference reference);

    /**
     * They may stay: what was begun so that they leave is called off, and whoever was told of it is told again.
     *
     * @return the placements that they had been asked to leave
     */
    List<Long> letStay(CaseReference reference, String why);

    /** The notice that was called off runs again. */
    void askToLeaveAgain(CaseReference reference, List<Long> placements, String why);
}
