package org.threshold.referral;

import java.time.LocalDate;
import java.util.UUID;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.ReferralBody;

/** Right referrals of people who do not exist. */
public final class SampleReferrals {

    /** An address that e-mail goes to by itself. */
    public static final String WARD = "ward@hospital.nhs.uk";
    /** An address outside of all public bodies. */
    public static final String STRANGER = "someone@charity.example";

    private SampleReferrals() {
    }

    public static Referral of(String familyName, String referrerEmail, Situation situation, LocalDate today) {
        return of(familyName, referrerEmail, situation, today, null);
    }

    /** Someone who has somewhere to stay until that day. */
    public static Referral leaving(String referrerEmail, LocalDate today, LocalDate losesHomeOn) {
        return of(family(), referrerEmail, Situation.WITHIN_56_DAYS, today, losesHomeOn);
    }

    private static Referral of(String familyName, String referrerEmail, Situation situation, LocalDate today,
                               LocalDate losesHomeOn) {
        return new Referral(
                new Referral.Referrer(ReferralBody.HOSPITAL, "Alex Ward", referrerEmail, PhoneNumber.parse("01632 960 001")),
                Person.applicant("Jordan", familyName, LocalDate.of(1991, 3, 7)), PhoneNumber.parse("07700 900 123"), null,
                "Ring the ward and ask for the patient", new Referral.Consent(ConsentHow.WRITTEN, today), "Exampleton Council",
                situation, "They cannot go back to the room that they rented", losesHomeOn, null);
    }

    /** A family name that nobody else has. */
    public static String family() {
        return "Ref" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";
    }
}
