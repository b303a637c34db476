package org.threshold.casefile;

import java.time.Instant;
import java.util.List;

/**
 * A case file as officers see it, without its notes and timeline.
 *
 * @param household everyone ever recorded, the main applicant first
 * @param flags     most important first
 * @param version   grows with each change of contact, needs or flags
 */
public record CaseFile(CaseReference reference, Instant openedAt, String openedBy, Channel channel,
                       ReferralBody referredBy, String team, CaseStatus status, Instant statusSince,
                       String previousReference, String reason, ContactDetails contact, List<SupportNeed> needs,
                       List<CaseFlag> flags, int version, List<HouseholdMember> household) {

    public HouseholdMember applicant() {
        return household.stream().filter(HouseholdMember::mainApplicant).findFirst().orElseThrow();
    }

    public CaseSummary summary() {
        Person person = applicant().person();
        return new CaseSummary(reference, person.name(), person.dateOfBirth(), team, status,
                flags.stream().map(CaseFlag::title).toList());
    }

    public List<CaseFlag> flagsOf(CaseFlag.Kind kind) {
        return flags.stream().filter(flag -> flag.kind() == kind).toList();
    }
}
