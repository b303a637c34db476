package org.threshold.referral;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator's settings of referrals by public bodies.
 *
 * @param team                the team that triages referrals; blank: the public page and interface are closed
 * @param shortestSeconds     how long a person needs at least from opening the page to sending it
 * @param triesPerHour        how often one address may send anything to the public page or interface
 * @param referralsPerHour    how many referrals of one address are taken
 * @param allReferralsPerHour how many referrals are taken of all together, on one node
 * @param mailDomains         addresses that e-mail goes to by itself: those of public bodies. All others are answered
 *                            by hand, so that nobody can make the council write to a stranger
 */
@ConfigurationProperties("threshold.referral")
public record ReferralSettings(String team, Integer shortestSeconds, Integer triesPerHour, Integer referralsPerHour,
                               Integer allReferralsPerHour, List<String> mailDomains) {

    public ReferralSettings {
        team = team == null ? "" : team.strip();
        shortestSeconds = shortestSeconds == null ? 5 : shortestSeconds;
        triesPerHour = triesPerHour == null ? 120 : triesPerHour;
        referralsPerHour = referralsPerHour == null ? 30 : referralsPerHour;
        allReferralsPerHour = allReferralsPerHour == null ? 300 : allReferralsPerHour;
        mailDomains = mailDomains == null || mailDomains.isEmpty()
                ? List.of("gov.uk", "nhs.uk", "nhs.net", "mod.uk", "police.uk", "cjsm.net") : List.copyOf(mailDomains);
    }

    /** Whether the address is in a domain of a public body, or in a part of one. */
    boolean mayBeMailed(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return mailDomains.stream().map(known -> known.toLowerCase(Locale.ROOT))
                .anyMatch(known -> domain.equals(known) || domain.endsWith("." + known));
    }
}
