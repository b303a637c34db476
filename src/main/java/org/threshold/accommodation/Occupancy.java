package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.DistrictStore;
import org.threshold.accommodation.store.OccupancyStore;
import org.threshold.accommodation.store.UnitStayStore;

/** Which units are free, held, lived in or void, night by night. */
@Service
public class Occupancy {

    /** What a page shows at once. */
    public static final int PAGE = 25;
    public static final int DAYS = 7;

    private static final int MOST_STAYS = 50;

    private final OccupancyStore store;
    private final UnitStayStore stays;
    private final DistrictStore districts;
    private final HomeDistrict home;
    private final AccommodationRecord record;

    Occupancy(OccupancyStore store, UnitStayStore stays, DistrictStore districts, HomeDistrict home,
              AccommodationRecord record) {
        this.store = store;
        this.stays = stays;
        this.districts = districts;
        this.home = home;
        this.record = record;
    }

    /**
     * The week that begins with this night, in order of name from {@code offset} on, one more than a page at most; in
     * three statements.
     */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<UnitWeek> week(UnitFilter filter, LocalDate from, int offset) {
        return weeks(store.find(filter, from, record.today(), offset, PAGE + 1), from);
    }

    /** The week of one unit that begins with this night. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public UnitWeek weekOf(Unit unit, LocalDate from) {
        return weeks(List.of(unit), from).get(0);
    }

    private List<UnitWeek> weeks(List<Unit> units, LocalDate from) {
        Map<String, String> names = districts.named("", null, 0, 1000).stream()
                .collect(Collectors.toMap(District::code, District::name));
        Map<Long, List<UnitStay>> taken = units.isEmpty() ? Map.of() : stays.of(
                units.stream().map(Unit::id).toList(), from, from.plusDays(DAYS)).stream()
                .collect(Collectors.groupingBy(UnitStay::unitId));
        return units.stream().map(unit -> new UnitWeek(unit, names.get(unit.district()),
                !unit.district().equals(home.district()), nights(taken.getOrDefault(unit.id(), List.of()), from))).toList();
    }

    private static List<UnitWeek.Night> nights(List<UnitStay> taken, LocalDate from) {
        return IntStream.range(0, DAYS).mapToObj(from::plusDays).map(day -> new UnitWeek.Night(day, taken.stream()
                .filter(stay -> stay.covers(day)).map(UnitStay::kind).findFirst().orElse(null))).toList();
    }

    /** What a unit was and is taken by, latest first; the last 50. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<UnitNights> of(long unitId) {
        return store.of(unitId, MOST_STAYS);
    }
}
