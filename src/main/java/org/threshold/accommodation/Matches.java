package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.DistrictStore;
import org.threshold.accommodation.store.FreeUnitStore;
import org.threshold.accommodation.store.SchoolStore;
import org.threshold.accommodation.store.UnitCheckStore;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Relationship;

/**
 * Which free units suit a household, in the order in which they are to be used: inside the council's
 * district before outside it (s208(1)), what suits them before what falls short, for a family anything before bed and
 * breakfast, what is not larger than they need before what is, and then the nearest to the children's schools.
 */
@Service
public class Matches {

    private final CaseDetails cases;
    private final SchoolStore schools;
    private final FreeUnitStore free;
    private final DistrictStore districts;
    private final UnitCheckStore checks;
    private final HomeDistrict home;
    private final AccommodationRecord record;

    Matches(CaseDetails cases, SchoolStore schools, FreeUnitStore free, DistrictStore districts,
            UnitCheckStore checks, HomeDistrict home, AccommodationRecord record) {
        this.cases = cases;
        this.schools = schools;
        this.free = free;
        this.districts = districts;
        this.checks = checks;
        this.home = home;
        this.record = record;
    }

    /** What the household of a case needs from tonight on, by what is recorded of it. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public UnitNeed needOf(CaseReference reference) {
        CaseFile file = cases.of(reference);
        LocalDate today = record.today();
        List<HouseholdMember> household = file.household().stream().filter(HouseholdMember::present).toList();
        List<NamedPlace> near = schools.of(reference).values().stream().distinct().toList();
        return new UnitNeed(today, (int) household.stream().filter(Matches::born).count(),
                Bedrooms.needed(household, today), file.flags().contains(CaseFlag.STEP_FREE), null,
                household.stream().anyMatch(member -> member.person().isDependentChildOn(today)),
                household.stream().anyMatch(member -> headUnder18(member, today)), near);
    }

    private static boolean born(HouseholdMember member) {
        return member.person().relationship() != Relationship.EXPECTED_CHILD;
    }

    private static boolean headUnder18(HouseholdMember member, LocalDate today) {
        boolean head = member.mainApplicant() || member.person().relationship() == Relationship.PARTNER;
        LocalDate born = member.person().dateOfBirth();
        return head && born != null && born.plusYears(18).isAfter(today);
    }

    /** Every unit that is free from the first night on, in the order in which they are to be used. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<Candidate> free(UnitNeed need) {
        return candidates(need, free.from(need.from(), null));
    }

    /** The same with the one that is held or lived in for a placement already. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<Candidate> free(UnitNeed need, long placementId) {
        return candidates(need, free.from(need.from(), placementId));
    }

    private List<Candidate> candidates(UnitNeed need, List<Unit> units) {
        Map<String, District> byCode = districts.named("", null, 0, 1000).stream()
                .collect(Collectors.toMap(District::code, each -> each));
        List<Long> ids = units.stream().map(Unit::id).toList();
        Map<Long, List<UnitCheck>> checked = ids.isEmpty() ? Map.of() : checks.latest(ids);
        List<Unit.Place> to = measuredTo(need, byCode.get(home.district()));
        return units.stream().map(unit -> candidate(need, unit, byCode.get(unit.district()), to,
                        checked.getOrDefault(unit.id(), List.of())))
                .sorted(order(need)).toList();
    }

    private static List<Unit.Place> measuredTo(UnitNeed need, District own) {
        List<Unit.Place> schools = need.near().stream().map(NamedPlace::place).filter(Objects::nonNull).toList();
        return !schools.isEmpty() || own == null || own.middle() == null ? schools : List.of(own.middle());
    }

    private Candidate candidate(UnitNeed need, Unit unit, District district, List<Unit.Place> to,
                                List<UnitCheck> checked) {
        return new Candidate(unit, district.name(), !unit.district().equals(home.district()),
                Distance.toFurthest(unit.place(), to), refusal(need, unit, checked), shortfall(need, unit),
                remarks(need, unit, checked));
    }

    private static String refusal(UnitNeed need, Unit unit, List<UnitCheck> checked) {
        if (need.under18() && unit.bedAndBreakfast()) {
            return "Bed and breakfast is not used for anyone of 16 or 17, even in an emergency";
        }
        if (unit.holds() < need.people()) {
            return "Holds " + people(unit.holds()) + ", and they are " + need.people();
        }
        if (need.stepFree() && !unit.stepFree()) {
            return "Not step-free";
        }
        return checked.stream().filter(check -> check.expired(need.from())).findFirst()
                .map(check -> check.kind().words() + " ran out on " + Words.day(check.expiresOn())).orElse(null);
    }

    private static List<String> shortfall(UnitNeed need, Unit unit) {
        List<String> shortfall = new ArrayList<>();
        int rooms = Math.max(1, unit.bedrooms());
        if (rooms < need.bedrooms()) {
            shortfall.add("Has " + rooms + (rooms == 1 ? " room" : " rooms") + " to sleep in, and they need "
                    + need.bedrooms());
        }
        if (need.adaptations() != null && unit.adaptations() == null) {
            shortfall.add("Not adapted, and they need: " + need.adaptations());
        }
        return shortfall;
    }

    private static List<String> remarks(UnitNeed need, Unit unit, List<UnitCheck> checked) {
        List<String> remarks = new ArrayList<>();
        if (need.familyCommitment() && unit.bedAndBreakfast()) {
            remarks.add("Bed and breakfast: for a family only where nothing else is available, and for six weeks in all");
        }
        if (larger(need, unit)) {
            remarks.add("Larger than they need");
        }
        if (unit.withdrawnOn() != null) {
            remarks.add("Not used any more from " + Words.day(unit.withdrawnOn()));
        }
        List<String> missing = List.of(CheckKind.values()).stream()
                .filter(kind -> checked.stream().noneMatch(check -> check.kind() == kind)).map(CheckKind::words).toList();
        if (!missing.isEmpty()) {
            remarks.add("Not recorded: " + String.join(", ", missing).toLowerCase(java.util.Locale.UK));
        }
        return remarks;
    }

    private static boolean larger(UnitNeed need, Unit unit) {
        return unit.bedrooms() > need.bedrooms();
    }

    private static String people(int number) {
        return number + (number == 1 ? " person" : " people");
    }

    private static Comparator<Candidate> order(UnitNeed need) {
        return Comparator.comparing((Candidate each) -> each.refusal() != null)
                .thenComparing(Candidate::outside)
                .thenComparing(each -> !each.shortfall().isEmpty())
                .thenComparing(each -> need.familyCommitment() && each.bedAndBreakfast())
                .thenComparing(each -> larger(need, each.unit()))
                .thenComparing(Candidate::metres, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(each -> each.unit().name());
    }
}
