package org.threshold.accommodation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.SearchStore;
import org.threshold.casefile.CaseReference;

/**
 * Keeps what was free when a unit was looked for, and why each nearer one was not used: the record that an out-of-area
 * placement must be explained by (s208(1); Nzolameso v Westminster [2015] UKSC 22).
 */
@Service
public class Searches {

    private static final int LONGEST_REASON = 1000;
    private static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparing(Candidate::outside)
            .thenComparing(Candidate::metres, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(each -> each.unit().name());

    private final SearchStore store;
    private final Matches matches;
    private final AccommodationRecord record;

    Searches(SearchStore store, Matches matches, AccommodationRecord record) {
        this.store = store;
        this.matches = matches;
        this.record = record;
    }

    /** All of a placement, newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<UnitSearch> of(CaseReference reference, long placementId) {
        return store.of(reference, placementId);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<UnitSearch> latest(CaseReference reference, long placementId) {
        return of(reference, placementId).stream().findFirst();
    }

    /**
     * The units that would come before the chosen one and that nothing recorded rules out: each needs the officer's
     * reason why it is not used.
     *
     * @param unitId null when none is chosen: then every one that could be used
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Candidate> toBeExplained(CaseReference reference, long placementId, UnitNeed need, Long unitId) {
        return before(matches.free(need, placementId), unitId).stream().filter(each -> each.whyNot() == null).toList();
    }

    /**
     * Keeps a search with what was chosen.
     *
     * @param unitId  null when nothing was found
     * @param reasons why each unit of {@link #toBeExplained} is not used, by unit
     * @param others  the reason for those that have none of their own, or null
     * @throws NotPossible when one is not explained, or the chosen one must not be used
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public UnitSearch keep(CaseReference reference, long placementId, UnitNeed need, Long unitId,
                           Map<Long, String> reasons, String others) {
        if (!store.belongs(reference, placementId)) {
            throw new java.util.NoSuchElementException("There is no placement " + placementId);
        }
        List<Candidate> free = matches.free(need, placementId);
        requireUsable(free, unitId);
        List<Candidate> before = before(free, unitId);
        requireExplained(before, reasons, others);
        List<Considered> considered = new ArrayList<>();
        for (Candidate each : free.stream().sorted(NEAREST_FIRST).toList()) {
            considered.add(considered(each, before.contains(each) ? why(each, reasons, others)
                    : Objects.equals(each.unit().id(), unitId) ? null : each.whyNot()));
        }
        long id = store.insert(placementId, need, measuredTo(need), considered, unitId, record.now(), record.by());
        long inside = considered.stream().filter(each -> !each.outside()).count();
        record.tell(reference, "decision", unitId == null ? "No unit was found" : "A unit was found",
                "Free that day: " + inside + " in the borough, " + (considered.size() - inside) + " outside it");
        record.audit(reference, "unit.searched", "placement " + placementId, Map.of("search", String.valueOf(id),
                "chosen", unitId == null ? "none" : String.valueOf(unitId)), null, "s208(1)");
        return latest(reference, placementId).orElseThrow();
    }

    private static void requireUsable(List<Candidate> free, Long unitId) {
        if (unitId == null) {
            return;
        }
        Candidate chosen = free.stream().filter(each -> each.unit().id() == unitId).findFirst()
                .orElseThrow(() -> new Availability.NotFree(
                        "That unit is not free any more: somebody else was quicker. Choose another unit."));
        if (chosen.refusal() != null) {
            throw new NotPossible(chosen.unit().name() + " cannot be used for this household: " + chosen.refusal() + ".");
        }
    }

    private static List<Candidate> before(List<Candidate> free, Long unitId) {
        return free.stream().takeWhile(each -> !Objects.equals(each.unit().id(), unitId)).toList();
    }

    private static void requireExplained(List<Candidate> before, Map<Long, String> reasons, String others) {
        List<String> missing = before.stream().filter(each -> why(each, reasons, others) == null)
                .map(each -> each.unit().name()).toList();
        if (!missing.isEmpty()) {
            throw new NotPossible("Say why these are not used, since they come first: " + missing.stream().limit(10)
                    .collect(Collectors.joining(", ")) + (missing.size() > 10 ? " and " + (missing.size() - 10) + " more"
                    : "") + ".");
        }
    }

    private static String why(Candidate each, Map<Long, String> reasons, String others) {
        String own = reasons.getOrDefault(each.unit().id(), "").strip();
        String said = !own.isEmpty() ? own : each.whyNot() == null && others != null ? others.strip() : "";
        String whole = each.whyNot() == null ? said : said.isEmpty() ? each.whyNot() : each.whyNot() + ". " + said;
        return whole.isEmpty() ? null : whole.substring(0, Math.min(LONGEST_REASON, whole.length()));
    }

    private static Considered considered(Candidate each, String whyNot) {
        return new Considered(each.unit().id(), each.unit().name(), each.districtName(), each.outside(), each.metres(),
                each.bedAndBreakfast(), whyNot);
    }

    private static String measuredTo(UnitNeed need) {
        return need.near().isEmpty() ? null : need.near().stream().map(NamedPlace::name)
                .collect(Collectors.joining(", "));
    }
}
