package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.OutsideStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/** The council's policies for procuring and allocating homes, and what of the law begins on a day of its own. */
@Service
public class PlacementPolicies {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_WORDS = 8000;
    /** What a page shows at once. */
    public static final int PAGE = 100;

    private final OutsideStore store;
    private final AccommodationRecord record;
    private final AuditTrail audit;

    PlacementPolicies(OutsideStore store, AccommodationRecord record, AuditTrail audit) {
        this.store = store;
        this.record = record;
        this.audit = audit;
    }

    /** Each kind together, latest first, one more than a page at most. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public List<PlacementPolicy> all() {
        return store.policies(PAGE + 1);
    }

    /** What holds on a day. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Optional<PlacementPolicy> on(PlacementPolicy.Kind kind, LocalDate day) {
        return store.policy(kind, day);
    }

    /** The version that a record was made under. */
    @Needs(Permission.VIEW_UNITS)
    @Transactional(readOnly = true)
    public Optional<PlacementPolicy> version(Long id) {
        return id == null ? Optional.empty() : store.policy(id);
    }

    /** Another version, from a day on; the ones before stay what they were. */
    @Needs(Permission.KEEP_POLICIES)
    @Transactional
    public void add(PlacementPolicy.Kind kind, LocalDate from, String title, String words) {
        store.insertPolicy(kind, from, title, words, record.by(), record.now());
        audit.record(new AuditEntry(null, "placementPolicy.added", kind.name(), Map.of("from", from.toString()), title,
                "s208(1)"));
    }
}
