package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.store.NightsStore;
import org.threshold.accommodation.store.NightsStore.MemberOf;
import org.threshold.accommodation.store.NightsStore.StayOf;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Relationship;

/** Brings the facts together from which nights are counted, for one household or for many in as many statements. */
@Component
class NightsCount {

    private final NightsStore store;
    private final BedAndBreakfastRule rule;
    private final AccommodationRecord record;

    NightsCount(NightsStore store, BedAndBreakfastRule rule, AccommodationRecord record) {
        this.store = store;
        this.rule = rule;
        this.record = record;
    }

    NightsLedger of(CaseReference reference) {
        return of(List.of(reference)).get(reference.value());
    }

    /** By reference; each of those asked for has one. */
    Map<String, NightsLedger> of(Collection<CaseReference> references) {
        LocalDate today = record.today();
        boolean nightsBeforeCount = rule.nightsBeforeCount(today);
        Map<String, List<StayOf>> stays = store.stays(references).stream()
                .collect(Collectors.groupingBy(stay -> stay.reference().value()));
        Map<String, List<MemberOf>> members = store.members(references).stream()
                .collect(Collectors.groupingBy(member -> member.reference().value()));
        Map<String, NightsFacts.BroughtOver> before = store.broughtOver(references);
        Map<String, NightsLedger> ledgers = new TreeMap<>();
        references.forEach(reference -> ledgers.put(reference.value(), NightsLedger.of(
                facts(stays.getOrDefault(reference.value(), List.of()), members.getOrDefault(reference.value(), List.of()),
                        before.get(reference.value())), nightsBeforeCount, today)));
        return ledgers;
    }

    private static NightsFacts facts(List<StayOf> stays, List<MemberOf> members, NightsFacts.BroughtOver before) {
        List<FamilyCommitment.Member> people = members.stream().map(MemberOf::member).toList();
        return new NightsFacts(stays.stream().map(StayOf::stay).toList(),
                people.stream().flatMap(member -> FamilyCommitment.of(member).stream()).toList(),
                people.stream().map(NightsCount::under18).filter(Objects::nonNull).toList(), before);
    }

    /** Null for anyone but the applicant and their partner, and where their age is not known. */
    private static Span under18(FamilyCommitment.Member member) {
        boolean applicant = member.relationship() == Relationship.MAIN_APPLICANT
                || member.relationship() == Relationship.PARTNER;
        if (!applicant || member.dateOfBirth() == null) {
            return null;
        }
        Span young = BedAndBreakfastRules.under18(member.dateOfBirth());
        return member.leftOn() != null && member.leftOn().isBefore(young.until())
                ? new Span(young.from(), member.leftOn()) : young;
    }
}
