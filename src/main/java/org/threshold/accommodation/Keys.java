package org.threshold.accommodation;

import java.time.LocalDate;

/** The gate before the keys. No page, form or request reaches {@link Placements#moveIn} by another way. */
public interface Keys {

    /** Why the keys of this placement cannot be given now, in words to the officer, or null when they can. */
    String refusal(long placementId);

    /**
     * Gives the keys.
     *
     * @param givenThereBy who handed them over, where it was somebody at the accommodation; null where an officer did
     * @throws org.threshold.access.NotPermitted with the words of {@link #refusal}
     */
    void give(long placementId, LocalDate firstNight, LocalDate expectedUntil, String givenThereBy);

    /** The same where an officer hands them over. */
    void give(long placementId, LocalDate firstNight, LocalDate expectedUntil);
}
