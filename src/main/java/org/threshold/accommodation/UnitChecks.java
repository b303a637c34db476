package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.UnitCheckStore;
import org.threshold.casefile.Texts;

/** Gas, electricity, energy and licence of each unit, and when they run out. */
@Service
public class UnitChecks {

    /** What a page shows at once. */
    public static final int PAGE = 50;

    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_REASON = 300;

    private final UnitCheckStore store;
    private final AccommodationRecord record;

    UnitChecks(UnitCheckStore store, AccommodationRecord record) {
        this.store = store;
        this.record = record;
    }

    /** A check that runs out, with the unit's name. */
    public record Expiry(String unitName, UnitCheck check) {
    }

    /** The latest of each kind, by unit. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Map<Long, List<UnitCheck>> latest(Collection<Long> unitIds) {
        return unitIds.isEmpty() ? Map.of() : store.latest(unitIds);
    }

    /** What has run out or does so by this day in units in use, soonest first, one more than a page at most. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<Expiry> expiringBy(LocalDate day, int offset) {
        return store.expiringBy(day, record.today(), offset, PAGE + 1);
    }

    /** A check was seen that holds until this day. */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void seen(long unitId, CheckKind kind, LocalDate expiresOn, String reference) {
        String number = Texts.optional(reference, LONGEST_REFERENCE, "The reference");
        store.insert(new UnitCheck(unitId, kind, expiresOn, number, null, record.now(), record.by()));
        record.audit("unit.checkSeen", "unit " + unitId, Map.of("check", kind.name(), "expiresOn",
                expiresOn.toString()), null);
    }

    /** None is needed, such as where there is no gas. */
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    public void notNeeded(long unitId, CheckKind kind, String why) {
        String reason = Texts.required(why, LONGEST_REASON, "The reason");
        store.insert(new UnitCheck(unitId, kind, null, null, reason, record.now(), record.by()));
        record.audit("unit.checkNotNeeded", "unit " + unitId, Map.of("check", kind.name()), reason);
    }
}
