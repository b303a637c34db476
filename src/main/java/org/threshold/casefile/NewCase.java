package org.threshold.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What is needed to open a case. Only the team, the channel, the applicant and the reason must be known.
 *
 * @param team              key of the team that answers for the case
 * @param referredBy        the public body, where the channel is a referral by one; otherwise null
 * @param others            household members besides the applicant
 * @param previousReference the case's reference in the previous system, or null
 * @param reason            why they came, in a few words
 */
public record NewCase(String team, Channel channel, ReferralBody referredBy, Person applicant, List<Person> others,
                      ContactDetails contact, Set<SupportNeed> needs, Set<CaseFlag> flags,
                      String previousReference, String reason) {

    public static final int LONGEST_REASON = 2000;
    public static final int LONGEST_PREVIOUS_REFERENCE = 50;
    public static final int LARGEST_HOUSEHOLD = 30;

    public NewCase {
        team = Texts.required(team, 50, "A team");
        if (channel == null) {
            throw new IllegalArgumentException("A channel must be given");
        }
        if (applicant.relationship() != Relationship.MAIN_APPLICANT) {
            throw new IllegalArgumentException("The applicant must be the main applicant");
        }
        others = List.copyOf(others);
        if (others.size() >= LARGEST_HOUSEHOLD
                || others.stream().anyMatch(p -> p.relationship() == Relationship.MAIN_APPLICANT)) {
            throw new IllegalArgumentException("A household has one main applicant and fewer than "
                    + LARGEST_HOUSEHOLD + " other people");
        }
        contact = contact == null ? ContactDetails.none() : contact;
        needs = Set.copyOf(needs);
        flags = Set.copyOf(flags);
        previousReference = Texts.optional(previousReference, LONGEST_PREVIOUS_REFERENCE, "A previous reference");
        reason = Texts.required(reason, LONGEST_REASON, "The reason");
    }

    /** A case of one person who came to the desk, with nothing else known yet. */
    public static NewCase atTheDesk(String team, Person applicant, String reason) {
        return new NewCase(team, Channel.DESK, null, applicant, List.of(), ContactDetails.none(), Set.of(), Set.of(),
                null, reason);
    }

    public NewCase withOthers(List<Person> people) {
        return new NewCase(team, channel, referredBy, applicant, people, contact, needs, flags, previousReference,
                reason);
    }

    List<CaseFlag> orderedFlags() {
        return flags.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
