package org.threshold.hclic;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.DatedFacilities;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;

/** What the return asks of a stay and its unit answers: of which type it is and where it stands. */
@Component
class Stays {

    private final Units units;
    private final Clock clock;

    Stays(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Fills in the rows that name a unit, with two statements for all; the others are left as they are. */
    List<Map<String, Object>> of(List<Map<String, Object>> rows) {
        List<Long> ids = rows.stream().map(row -> (Long) row.get("unit")).filter(Objects::nonNull).distinct().toList();
        Map<Long, Unit> known = units.all(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<Long, List<DatedFacilities>> had = units.facilities(ids);
        rows.forEach(row -> {
            Unit unit = known.get((Long) row.remove("unit"));
            if (unit != null) {
                row.put("type", unit.returnType(onLastNight(row, had.getOrDefault(unit.id(), List.of()), unit)));
                row.put("district", unit.district());
                row.put("inDistrict", units.outside(unit) ? "NO" : "YES");
            }
        });
        return rows;
    }

    private Facilities onLastNight(Map<String, Object> row, List<DatedFacilities> had, Unit unit) {
        LocalDate left = (LocalDate) row.get("endedOn");
        LocalDate night = left == null ? LocalDate.now(clock) : left.minusDays(1);
        return had.stream().filter(facts -> !facts.from().isAfter(night)).reduce((earlier, later) -> later)
                .map(DatedFacilities::facilities).orElse(unit.facilities());
    }
}
