package org.threshold.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.DutyManagerStore;
import org.threshold.access.store.DutyManagerStore.DutyRow;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/** Duty managers kept in our table: named for a time, by somebody who leads. */
@Service
@Transactional
class NamedDutyManagers implements DutyManagers {

    /** Most duties on the page. */
    private static final int MOST_SHOWN = 200;
    /** Longest duty; a longer one is a mistyped year. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private final DutyManagerStore store;
    private final Directory directory;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final Clock clock;

    NamedDutyManagers(DutyManagerStore store, Directory directory, CurrentOfficer current, AuditTrail audit, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    @OpenToAll("Who answers for the council tonight is for everybody to know; about no case")
    @Override
    @Transactional(readOnly = true)
    public Set<String> onDuty() {
        return store.onDuty(clock.instant());
    }

    @OpenToAll("Who answers for the council tonight is for everybody to know; about no case")
    @Override
    @Transactional(readOnly = true)
    public List<Duty> coming() {
        return store.after(clock.instant(), MOST_SHOWN).stream().map(NamedDutyManagers::duty).toList();
    }

    @Needs(Permission.NAME_DUTY_MANAGER)
    @Override
    @Transactional(readOnly = true)
    public List<Officer> nameable() {
        return directory.everybody().stream().filter(NamedDutyManagers::senior).toList();
    }

    @Needs(Permission.NAME_DUTY_MANAGER)
    @Override
    public Duty name(String username, Instant from, Instant until) {
        Officer officer = directory.find(username).filter(NamedDutyManagers::senior).orElseThrow(
                () -> new IllegalArgumentException("Select a senior officer, team leader or service manager"));
        Instant now = clock.instant();
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("The duty must end after it begins");
        }
        if (!until.isAfter(now)) {
            throw new IllegalArgumentException("The duty must end in the future");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A duty lasts 31 days at most");
        }
        String by = current.get().username();
        requireAnother(officer, by);
        long id = store.insert(username, from, until, by, now).orElseThrow(() -> new IllegalArgumentException(
                officer.name() + " is duty manager in part of that time already. Take that back first"));
        audit.record(new AuditEntry(null, "dutyManager.named", username, Map.of("from", from.toString(), "until",
                until.toString()), null, null));
        return new Duty(id, username, from, until, by, now, null);
    }

    /** Being on duty gives more than a team leader has, so nobody below the service managers takes it for themselves. */
    private static void requireAnother(Officer officer, String by) {
        if (officer.username().equals(by) && officer.seniority() < Role.SERVICE_MANAGER.seniority()) {
            throw new IllegalArgumentException("You cannot name yourself. Another team leader or a service manager can");
        }
    }

    @Needs(Permission.NAME_DUTY_MANAGER)
    @Override
    public void end(long id) {
        store.end(id, current.get().username(), clock.instant()).ifPresent(username -> audit.record(
                new AuditEntry(null, "dutyManager.ended", username, Map.of("duty", Long.toString(id)), null, null)));
    }

    private static boolean senior(Officer officer) {
        return officer.seniority() >= Role.SENIOR_OFFICER.seniority();
    }

    private static Duty duty(DutyRow row) {
        return new Duty(row.id(), row.username(), row.from(), row.until(), row.namedBy(), row.namedAt(),
                row.endedAt());
    }
}
