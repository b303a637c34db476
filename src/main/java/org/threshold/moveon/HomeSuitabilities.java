package org.threshold.moveon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.form.FieldError;
import org.threshold.moveon.HomeOfferEvent.Kind;
import org.threshold.moveon.store.HomeOfferStore;
import org.threshold.moveon.store.HomeSuitabilityStore;

/** Why homes suit households, recorded before they are offered. */
@Service
public class HomeSuitabilities {

    private final HomeSuitabilityStore store;
    private final HomeOfferStore offers;
    private final Household household;
    private final OfferRecord record;

    HomeSuitabilities(HomeSuitabilityStore store, HomeOfferStore offers, Household household, OfferRecord record) {
        this.store = store;
        this.offers = offers;
        this.household = household;
        this.record = record;
    }

    /** The latest of each offer of the case, by the offer's id. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Long, HomeSuitability> of(CaseReference reference) {
        return store.of(reference);
    }

    /** What is missing or cannot be so, by field of the form; empty when all is well. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, long offerId, HomeSuitability.New typed) {
        Optional<HomeOffer> offer = offers.find(reference, offerId);
        if (offer.filter(found -> found.status() == OfferStatus.DRAFT).isEmpty()) {
            return List.of(new FieldError("", "No offer is being prepared on this case any more."));
        }
        List<FieldError> problems = new ArrayList<>();
        List<Long> named = typed.members().stream().map(HomeSuitability.ForMember::memberId).toList();
        if (!Set.copyOf(named).equals(present(reference)) || named.size() != Set.copyOf(named).size()) {
            problems.add(new FieldError("members", "Say of each person of the household once whether it suits them"));
        }
        long left = typed.incomeWeekly() - typed.essentialsWeekly() - offer.get().terms().rentWeekly();
        if (typed.suitsAll() && left < 0) {
            problems.add(new FieldError("essentialsWeekly", "After the rent of " + Words.pounds(offer.get().terms()
                    .rentWeekly()) + " and what they need, they are " + Words.pounds(-left) + " a week short. A home that"
                    + " they cannot afford does not suit them (SI 1996/3204)"));
        }
        return problems;
    }

    /**
     * @return whether it suits everybody
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean record(CaseReference reference, long offerId, HomeSuitability.New typed) {
        HomeOffer offer = record.held(reference, offerId);
        problems(reference, offerId, typed).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message() + ".");
        });
        store.insert(offer, typed, record.by(), record.now());
        record.happened(reference, offerId, Kind.SUITABILITY, typed.suitsAll() ? null : "It does not suit everybody.");
        record.audit(reference, "homeOffer.suitability", offerId, Map.of("suits", String.valueOf(typed.suitsAll())),
                null, "s206, s210; SI 1996/3204; SI 2012/2601 art 2");
        return typed.suitsAll();
    }

    /** Why what is recorded does not carry an offer as it stands now, as a sentence; empty when it does. */
    Optional<String> missing(HomeOffer offer) {
        HomeSuitability kept = store.of(offer.caseReference()).get(offer.id());
        if (kept == null || kept.recordedAt().isBefore(offer.draftedAt())) {
            return Optional.of("Why the home suits each person has not been recorded for this offer");
        }
        if (!kept.suitsAll()) {
            return Optional.of("The home does not suit everybody of the household");
        }
        Set<Long> considered = kept.members().stream().map(HomeSuitability.ForMember::memberId)
                .collect(Collectors.toSet());
        return considered.equals(present(offer.caseReference())) ? Optional.empty()
                : Optional.of("The household has changed since its suitability was recorded");
    }

    private Set<Long> present(CaseReference reference) {
        return household.of(reference).stream().filter(HouseholdMember::present).map(HouseholdMember::id)
                .collect(Collectors.toSet());
    }
}
