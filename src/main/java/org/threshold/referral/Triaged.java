package org.threshold.referral;

import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.CaseReference;

/**
 * What an officer found when they triaged a referral.
 *
 * @param contactOn when contact was made; null where it was not
 * @param notes     what the officer did and found out
 * @param joinedTo  the case that was there; null unless joined
 * @param elsewhere why it is not for us, as a code; null unless it is not
 * @param attempts  the tries to make contact; none unless they could not be reached
 */
public record Triaged(ReferralOutcome outcome, LocalDate contactOn, String notes, CaseReference joinedTo,
                      String elsewhere, List<Attempt> attempts) {

    public static final int LONGEST_NOTES = 2000;
    /** A rule of the house, so that nobody is given up on after one call that was not answered. */
    public static final int LEAST_ATTEMPTS = 2;

    public Triaged {
        attempts = List.copyOf(attempts);
    }

    /** One try to make contact. @param how a code such as {@code PHONE} */
    public record Attempt(LocalDate on, String how, String what) {
    }
}
