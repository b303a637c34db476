package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Optional;
import org.threshold.worklist.StepRefused;

/** Whether a unit is free in a night: a question with one answer, which the database gives. */
public interface Availability {

    /** Somebody else took it first, or it is void. The message is for the officer. */
    final class NotFree extends StepRefused {

        public NotFree(String message) {
            super(message);
        }
    }

    /**
     * Holds a unit for a placement from a night on; the same unit for the same placement again changes nothing, another
     * unit takes the place of the first.
     *
     * @throws NotFree when it is not free
     */
    void hold(long unitId, long placementId, LocalDate from);

    /** Nobody holds a unit for this placement any more; does nothing when nobody did. */
    void letGo(long placementId);

    /** The household lives there from this night on. The unit must be free or held for this placement. */
    void take(long unitId, long placementId, LocalDate firstNight);

    /** First night or day of leaving are different; null for an open end. */
    void change(long placementId, LocalDate firstNight, LocalDate leftOn);

    /** The first night from this one on in which a household lives there, or the unit is held for one. */
    Optional<LocalDate> takenFrom(long unitId, LocalDate from);

    /**
     * The unit cannot be used from this night on: turnaround after a household has left, or repairs. What was recorded
     * of it as void from this night on gives way to this.
     *
     * @param readyOn the first night in which it can be used again; null when that is not known
     * @throws NotFree when it is held or lived in during those nights
     */
    void markVoid(long unitId, LocalDate from, LocalDate readyOn, String reason);
}
