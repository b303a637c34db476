package org.threshold.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.board.store.TargetStore;

/** The targets of the service: who wants what of which measure, since when, and what was wanted before. */
@Service
public class Targets {

    public static final int LONGEST_WHY = 500;

    private final TargetStore store;
    private final People people;
    private final Permissions permissions;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final Clock clock;

    Targets(TargetStore store, People people, Permissions permissions, CurrentOfficer current, AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.permissions = permissions;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** The targets of today; a measure without one is missing. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public Map<TileMeasure, Target> today() {
        Map<TileMeasure, Target> targets = new EnumMap<>(TileMeasure.class);
        store.on(LocalDate.now(clock)).stream().filter(target -> target.value() != null)
                .forEach(target -> targets.put(target.measure(), target));
        return targets;
    }

    /** Everything that was ever set, by measure, the latest first. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public Map<TileMeasure, List<Target>> history() {
        return store.all().stream().collect(Collectors.groupingBy(Target::measure,
                () -> new EnumMap<>(TileMeasure.class), Collectors.toList()));
    }

    /** Who can answer for a target: everybody in a team who may see the board. */
    @Needs(Permission.VIEW_BOARD)
    public List<Officer> owners() {
        return people.teams().stream().flatMap(team -> people.membersOf(team.key()).stream())
                .filter(officer -> permissions.allows(officer, Permission.VIEW_BOARD)).distinct()
                .sorted(Comparator.comparing(Officer::name)).toList();
    }

    /**
     * Sets the target of a measure from a day on, or says that there is none any more. What was set before stays as it
     * was; for a day that both cover, the one set later counts.
     *
     * @param value in the unit of the measure, or null for no target
     * @param to    the last day, or null while it is open
     * @throws IllegalArgumentException in words to whoever sets it
     */
    @Needs(Permission.SET_TARGETS)
    @Transactional
    public void set(TileMeasure measure, Long value, String owner, LocalDate from, LocalDate to, String why) {
        if (owners().stream().noneMatch(officer -> officer.username().equals(owner))) {
            throw new IllegalArgumentException("The owner must be somebody who may see the board.");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The last day must not be before the first day.");
        }
        store.insert(new Target(measure, value, owner, from, to, why, current.get().username(), clock.instant()));
        audit.record(new AuditEntry(null, "target.set", measure.name(), Map.of("value", String.valueOf(value),
                "owner", owner, "from", from.toString(), "to", String.valueOf(to)), why, null));
    }
}
