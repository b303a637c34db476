package org.threshold.accommodation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.SuitabilityStore;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;

/** Keeps why a unit suits a household, person by person, before it is offered (s206, s210). */
@Service
class SuitabilityRegister implements SuitabilityRecords {

    private final SuitabilityStore store;
    private final Placements placements;
    private final Units units;
    private final Household household;
    private final CaseFiles cases;
    private final AccommodationRecord record;

    SuitabilityRegister(SuitabilityStore store, Placements placements, Units units,
                        Household household, CaseFiles cases, AccommodationRecord record) {
        this.store = store;
        this.placements = placements;
        this.units = units;
        this.household = household;
        this.cases = cases;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public Optional<Suitability> of(long placementId) {
        return store.latest(placementId);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public List<Suitability> of(CaseReference reference) {
        return store.of(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public boolean asksForNothingElse(long placementId) {
        Placement placement = placements.get(placementId);
        return placement.unitId() != null && units.get(placement.unitId()).bedAndBreakfast()
                && cases.hasDependentChild(placement.caseReference());
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public Map<String, String> problems(long placementId, NewSuitability typed) {
        Map<String, String> problems = new LinkedHashMap<>();
        Placement placement = placements.get(placementId);
        if (placement.unitId() == null) {
            problems.put("members", "No unit has been chosen yet");
        }
        Set<Long> present = household.of(placement.caseReference()).stream().filter(HouseholdMember::present)
                .map(HouseholdMember::id).collect(Collectors.toSet());
        Set<Long> said = typed.members().stream().map(Suitability.ForMember::memberId).collect(Collectors.toSet());
        if (!said.equals(present) || said.size() != typed.members().size()) {
            problems.put("members", "Answer once for each person of the household");
        }
        if (asksForNothingElse(placementId) && typed.nothingElseAvailable() == null) {
            problems.put("nothingElse", "Say whether anything other than bed and breakfast was to be had today");
        }
        return problems;
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Suitability record(long placementId, NewSuitability typed) {
        problems(placementId, typed).values().stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem + ".");
        });
        Placement placement = placements.get(placementId);
        store.insert(placementId, placement.unitId(), typed, record.by(), record.now());
        Suitability kept = store.latest(placementId).orElseThrow();
        record.tell(placement.caseReference(), "decision", kept.suitsAll()
                ? "The unit was found suitable for each person" : "The unit does not suit everybody", typed.location());
        record.audit(placement.caseReference(), "suitability.recorded", "placement " + placementId,
                Map.of("unit", String.valueOf(placement.unitId()), "suitsAll", String.valueOf(kept.suitsAll()),
                        "nothingElse", String.valueOf(kept.nothingElseAvailable())), null, "s206, s210");
        return kept;
    }
}
