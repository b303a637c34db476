package org.threshold.referral.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.ReferralBody;
import org.threshold.referral.ConsentHow;
import org.threshold.referral.Referral;
import org.threshold.referral.Referral.Consent;
import org.threshold.referral.Referral.Referrer;
import org.threshold.referral.Situation;

/** Reads a referral from its fields; the page and the interface for systems ask the same, in the same words. */
final class ReferralForm {

    /** What may be given as text. */
    static final Set<String> TEXTS = Set.of("body", "referrerName", "referrerEmail", "referrerPhone", "givenName",
            "familyName", "phone", "email", "safeContact", "consentHow", "situation", "reason", "risks");
    static final Set<String> DAYS = Set.of("dateOfBirth", "consentOn", "losesHomeOn");
    static final Set<String> YES_OR_NO = Set.of("consent", "choseThisCouncil");
    /** The names of all fields of the page. */
    static final Set<String> PAGE_FIELDS = pageFields();

    private static final int MOST_DAYS_AHEAD = 366;
    private static final int MOST_DAYS_OF_CONSENT = 366;
    private static final String NO_CONSENT = "You can refer someone only if they agreed to it. Nothing was stored";

    private final SentFields sent;
    private final LocalDate today;
    private final String council;

    private ReferralForm(SentFields sent, LocalDate today, String council) {
        this.sent = sent;
        this.today = today;
        this.council = council;
    }

    private static Set<String> pageFields() {
        Set<String> names = new LinkedHashSet<>(TEXTS);
        names.addAll(YES_OR_NO);
        DAYS.forEach(day -> names.addAll(List.of(day + "-day", day + "-month", day + "-year")));
        return Set.copyOf(names);
    }

    /** @return null when something is wrong; what it is stands in {@code sent} */
    static Referral read(SentFields sent, LocalDate today, String council) {
        return new ReferralForm(sent, today, council).read();
    }

    /** In the order of the page: the list of what is wrong follows it. */
    private Referral read() {
        Consent consent = consent();
        if (!sent.ticked("choseThisCouncil")) {
            sent.wrong("choseThisCouncil", "The person chooses which council you tell. If they chose another, refer"
                    + " them there. Nothing was stored");
        }
        Referrer referrer = referrer();
        Person person = person();
        PhoneNumber phone = sent.parsed("phone", PhoneNumber::parse);
        String email = sent.parsed("email", EmailAddress::parse);
        String safe = sent.lines("safeContact", Referral.LONGEST_CONTACT, "How to reach them safely",
                "Say how we can reach them safely");
        Situation situation = sent.choice("situation", Situation.class, "Select how near it is");
        String reason = sent.lines("reason", Referral.LONGEST_REASON, "Why they may be homeless",
                "Say why they are homeless, or may be within 56 days");
        LocalDate losesHomeOn = losesHomeOn();
        String risks = sent.lines("risks", Referral.LONGEST_REASON, "Risks");
        return sent.isWrong() ? null : new Referral(referrer, person, phone, email, safe, consent, council, situation,
                reason, losesHomeOn, risks);
    }

    private Consent consent() {
        if (!sent.ticked("consent")) {
            sent.wrong("consent", NO_CONSENT);
        }
        ConsentHow how = sent.choice("consentHow", ConsentHow.class, "Select how they agreed");
        LocalDate on = sent.day("consentOn", "The day on which they agreed");
        if (on == null) {
            sent.wrong("consentOn", "Enter the day on which they agreed");
        } else if (on.isAfter(today) || on.isBefore(today.minusDays(MOST_DAYS_OF_CONSENT))) {
            sent.wrong("consentOn", "The day on which they agreed must be today or in the last year");
        }
        return new Consent(how, on);
    }

    private Referrer referrer() {
        ReferralBody body = sent.choice("body", ReferralBody.class, "Select the public body that you work for");
        String name = sent.line("referrerName", Referrer.LONGEST_NAME, "Your name", "Enter your name");
        String email = sent.parsed("referrerEmail", EmailAddress::parse);
        if (email == null) {
            sent.wrong("referrerEmail", "Enter your work email address");
        }
        PhoneNumber phone = sent.parsed("referrerPhone", PhoneNumber::parse);
        if (phone == null) {
            sent.wrong("referrerPhone", "Enter your work telephone number");
        }
        return new Referrer(body, name, email, phone);
    }

    private Person person() {
        String given = sent.optionalLine("givenName", Person.LONGEST_NAME, "First names");
        String family = sent.line("familyName", Person.LONGEST_NAME, "The person’s last name",
                "Enter the person’s last name, or their only name");
        LocalDate born = sent.day("dateOfBirth", "Date of birth");
        if (born != null && born.isAfter(today)) {
            sent.wrong("dateOfBirth", "Date of birth must be in the past");
        }
        return family == null ? null : Person.applicant(given, family, born);
    }

    private LocalDate losesHomeOn() {
        LocalDate day = sent.day("losesHomeOn", "The day");
        boolean far = day != null && (day.isAfter(today.plusDays(MOST_DAYS_AHEAD))
                || day.isBefore(today.minusDays(MOST_DAYS_AHEAD)));
        if (far) {
            sent.wrong("losesHomeOn", "The day must be within a year of today. Leave it empty if it is not known");
        }
        return day;
    }

    static Stream<String> names() {
        return Stream.of(TEXTS, DAYS, YES_OR_NO).flatMap(Set::stream);
    }
}
