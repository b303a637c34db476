package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.CaseReference;

/**
 * The places of the council in which a household lives, as the end of a duty asks for them; the room that keeps them
 * answers.
 */
public interface HomesToLeave {

    /** @param placeId names it in that room */
    record Home(long placeId, String address) {
    }

    /** Where the household lives under that duty now. */
    List<Home> under(DutyKind duty, CaseReference reference);

    /**
     * The duty has ended, so that the place is asked back; what belongs to leaving begins.
     *
     * @return the last day on which they may be there: today where they have left, otherwise a reasonable time from today
     */
    LocalDate askBack(CaseReference reference, long placeId, EndReason ground);

    /** The places that were ever offered on the case, oldest first. */
    List<PlaceOffered> offered(CaseReference reference);
}
