package org.threshold.accommodation;

import java.util.Optional;
import org.threshold.casefile.CaseReference;

/** What was recorded when a household was signed up in person. */
public interface SignUps {

    /** Empty while they are not signed up: keys that were released do not wait for it. */
    Optional<SignUp> of(long placementId);

    /**
     * Why the current officer cannot have been there with the household, in words to them; empty when they can.
     *
     * @param office the office's name where the place is an office
     */
    Optional<String> notThere(SignUp.Place place, String office);

    /** Why the current officer may not be the one who signs this household up, in words to them; empty when they may. */
    Optional<String> notBy(CaseReference reference, long placementId);

    /**
     * Records the sign-up; again for the same placement it takes the place of what was recorded before, such as after
     * the keys were not released.
     *
     * @throws org.threshold.access.NotPermitted with the words of {@link #notThere} or {@link #notBy}
     */
    SignUp sign(CaseReference reference, long placementId, NewSignUp typed);

    /** Issues the household's copy, once for each day on which they are signed up. */
    void issueCopy(CaseReference reference, long placementId);
}
