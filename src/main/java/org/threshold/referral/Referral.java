package org.threshold.referral;

import java.time.LocalDate;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.ReferralBody;

/**
 * What a public body tells the council about someone who agreed to it (s213B): only what the duty needs.
 *
 * @param person      with the date of birth if it is known
 * @param phone       the person's own telephone, or null
 * @param email       the person's own e-mail address, or null
 * @param safeContact how to reach them safely
 * @param authority   the council that the person chose (s213B(2)(b)): this one
 * @param losesHomeOn when they may lose their home, or are discharged or released; null when not known
 * @param risks       what the person agreed to share, or null
 */
public record Referral(Referrer referrer, Person person, PhoneNumber phone, String email, String safeContact,
                       Consent consent, String authority, Situation situation, String reason, LocalDate losesHomeOn,
                       String risks) {

    public static final int LONGEST_REASON = 1000;
    public static final int LONGEST_CONTACT = 500;

    /** Who refers, to be answered. */
    public record Referrer(ReferralBody body, String name, String email, PhoneNumber phone) {

        public static final int LONGEST_NAME = 100;
    }

    /** How and when the person agreed. A referral without consent does not exist. */
    public record Consent(ConsentHow how, LocalDate on) {
    }

    /** The priority lane: nowhere to stay tonight, tomorrow, or later. */
    String lane(LocalDate today) {
        if (situation == Situation.TONIGHT || today.equals(losesHomeOn)) {
            return "EMERGENCY";
        }
        return today.plusDays(1).equals(losesHomeOn) ? "TWENTY_FOUR_HOURS" : "STANDARD";
    }
}
