package org.threshold.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.PresenceStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/** Presence kept in our tables; today is London's day by the service's clock. */
@Service
@Transactional
class RecordedPresence implements Presence {

    private final PresenceStore store;
    private final People people;
    private final CurrentOfficer current;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    RecordedPresence(PresenceStore store, People people, CurrentOfficer current, Permissions permissions,
                     AuditTrail audit, Clock clock) {
        this.store = store;
        this.people = people;
        this.current = current;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @OpenToAll("Asked by every page and every rule about a step in person; about no case")
    @Override
    @Transactional(readOnly = true)
    public Optional<String> officeOf(String username, LocalDate day) {
        return placeOf(username, day).map(PlaceOfWork::office);
    }

    @OpenToAll("Asked by every page and every rule about a step in person; about no case")
    @Override
    @Transactional(readOnly = true)
    public boolean onSiteToday(String username) {
        return placeOf(username, LocalDate.now(clock))
                .filter(place -> place.declared() && !place.isRemote()).isPresent();
    }

    @OpenToAll("Asked by every page and every rule about a step in person; about no case")
    @Override
    @Transactional(readOnly = true)
    public Optional<PlaceOfWork> placeOf(String username, LocalDate day) {
        return store.find(username, day).map(RecordedPresence::place);
    }

    @OpenToAll("Asked by every page and every rule about a step in person; about no case")
    @Override
    @Transactional(readOnly = true)
    public List<PlaceOfWork> plans(List<String> usernames, LocalDate first, LocalDate last) {
        return store.plans(Set.copyOf(usernames), first, last).stream().map(RecordedPresence::place).toList();
    }

    @OpenToAll("Asked by every page and every rule about a step in person; about no case")
    @Override
    @Transactional(readOnly = true)
    public List<PlaceOfWork> placesOf(List<String> usernames, LocalDate first, LocalDate last) {
        return store.places(Set.copyOf(usernames), first, last).stream().map(RecordedPresence::place).toList();
    }

    @OpenToAll("Asked by every page and every rule about a step in person; about no case")
    @Override
    public List<String> offices() {
        return people.teams().stream().map(Team::office).distinct().sorted().toList();
    }

    @Needs(Permission.PLAN_OWN_PRESENCE)
    @Override
    public void declareToday(String office) {
        checkOffice(office);
        String username = current.get().username();
        LocalDate today = LocalDate.now(clock);
        store.declare(username, today, office, false);
        record("presence.declared", username, today, office == null ? "remote" : office);
    }

    @Needs(Permission.PLAN_OWN_PRESENCE)
    @Override
    public void declareVisits() {
        String username = current.get().username();
        LocalDate today = LocalDate.now(clock);
        store.declare(username, today, null, true);
        record("presence.declared", username, today, "visits");
    }

    @OpenToAll("For oneself and for others are two operations; the right one is checked inside")
    @Override
    public void plan(String username, LocalDate day, String office) {
        checkOffice(office);
        checkMayPlan(username, day);
        store.plan(username, day, office);
        record("presence.planned", username, day, office == null ? "remote" : office);
    }

    @OpenToAll("For oneself and for others are two operations; the right one is checked inside")
    @Override
    public void unplan(String username, LocalDate day) {
        checkMayPlan(username, day);
        store.unplan(username, day);
        record("presence.planned", username, day, "none");
    }

    @OpenToAll("For oneself and for others are two operations; the right one is checked inside")
    @Override
    public void change(String username, Map<LocalDate, String> planned, Set<LocalDate> cleared) {
        planned.forEach((day, office) -> plan(username, day, office));
        cleared.forEach(day -> unplan(username, day));
    }

    private void checkMayPlan(String username, LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new IllegalArgumentException("You cannot change where somebody worked on a day that is past");
        }
        Officer officer = current.get();
        if (officer.username().equals(username)) {
            permissions.require(Permission.PLAN_OWN_PRESENCE);
            return;
        }
        permissions.require(Permission.PLAN_TEAM_PRESENCE);
        boolean shareTeam = people.find(username)
                .map(other -> other.teams().stream().anyMatch(officer.teams()::contains)).orElse(false);
        if (!shareTeam) {
            throw new NotPermitted("You cannot plan where this person works. They are not in your team.");
        }
    }

    private void checkOffice(String office) {
        if (office != null && !offices().contains(office)) {
            throw new IllegalArgumentException("There is no office called ‘" + office + "’");
        }
    }

    private void record(String action, String username, LocalDate day, String place) {
        audit.record(new AuditEntry(null, action, username, Map.of("day", day.toString(), "place", place), null,
                null));
    }

    private static PlaceOfWork place(PresenceStore.Row row) {
        return new PlaceOfWork(row.username(), row.day(), row.office(), row.declared(), row.onVisits());
    }
}
