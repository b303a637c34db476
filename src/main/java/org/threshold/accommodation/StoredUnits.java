package org.threshold.accommodation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.UnitStore;

/** The register as it is kept. */
@Service
class StoredUnits implements Units {

    private final UnitStore store;
    private final HomeDistrict home;
    private final Clock clock;

    StoredUnits(UnitStore store, HomeDistrict home, Clock clock) {
        this.store = store;
        this.home = home;
        this.clock = clock;
    }

    @Override
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Unit get(long id) {
        return store.find(id, LocalDate.now(clock)).orElseThrow();
    }

    @Override
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<Unit> all(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.all(ids, LocalDate.now(clock));
    }

    @Override
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Map<String, Long> named(Collection<String> names) {
        return names.isEmpty() ? Map.of() : store.named(names);
    }

    @Override
    @Needs(Permission.VIEW_UNITS)
    public boolean outside(Unit unit) {
        return !unit.district().equals(home.district());
    }

    @Override
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Rate rateOn(long unitId, LocalDate night) {
        return store.find(unitId, night).orElseThrow().rate();
    }

    @Override
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Map<Long, List<DatedRate>> rates(Collection<Long> unitIds) {
        return unitIds.isEmpty() ? Map.of() : store.rates(unitIds);
    }

    @Override
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Map<Long, List<DatedFacilities>> facilities(Collection<Long> unitIds) {
        return unitIds.isEmpty() ? Map.of() : store.facilities(unitIds);
    }
}
