package org.threshold.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.AccountStore;
import org.threshold.access.store.ConflictStore;
import org.threshold.access.store.RestrictionStore;
import org.threshold.access.store.RestrictionStore.RestrictionRow;

/** Who may manage a restricted case and be named on one, and who is told in the place of a manager who is gone. */
@Component
public class Managers {

    private final AccountStore accounts;
    private final RestrictionStore restrictions;
    private final People people;
    private final Permissions permissions;
    private final AccessAlerts alerts;
    private final ConflictStore conflicts;

    Managers(AccountStore accounts, RestrictionStore restrictions, People people, Permissions permissions,
             AccessAlerts alerts, ConflictStore conflicts) {
        this.accounts = accounts;
        this.restrictions = restrictions;
        this.people = people;
        this.permissions = permissions;
        this.alerts = alerts;
        this.conflicts = conflicts;
    }

    /** Everybody who may manage a restricted case, by name. */
    public List<Officer> candidates() {
        return active().stream().filter(this::mayManage).toList();
    }

    /** Everybody who may be named on a restricted case, by name. */
    public List<Officer> nameable() {
        return active().stream().filter(this::mayBeNamed).toList();
    }

    /** Who manages a case of this team where nobody is chosen: its leader, or a service manager. */
    public Optional<Officer> ofTeam(String team) {
        return ofTeam(team, Set.of());
    }

    /** The same for a case that is there already: nobody who has said that they know its people is made its manager. */
    public Optional<Officer> ofTeam(String team, CaseKey key) {
        return ofTeam(team, conflicts.of(key.value()));
    }

    private Optional<Officer> ofTeam(String team, Set<String> knowThem) {
        Predicate<Officer> fits = officer -> mayManage(officer) && !knowThem.contains(officer.username());
        return people.team(team).map(Team::leader).flatMap(people::find).filter(fits)
                .or(() -> people.membersOf(team).stream().filter(fits).findFirst())
                .or(() -> candidates().stream().filter(fits).filter(officer -> officer.has(Role.SERVICE_MANAGER))
                        .findFirst());
    }

    /** False where the account is gone, its role no longer allows it, or they have said that they know the people. */
    public boolean answersFor(String username, String caseReference) {
        return isThere(username) && !conflicts.of(caseReference).contains(username);
    }

    private boolean isThere(String username) {
        return people.find(username).filter(this::mayManage).isPresent();
    }

    /** As {@link #requireMayManage}, of a case on which they may have said that they know the people. */
    void requireMayManage(String username, CaseKey key) {
        requireMayManage(username);
        if (conflicts.of(key.value()).contains(username)) {
            throw new InvalidRestriction("manager", people.nameOf(username)
                    + " has said that they know these people. Select somebody else");
        }
    }

    void requireMayManage(String username) {
        if (username == null || username.isBlank()) {
            throw new InvalidRestriction("manager", "Select who manages the restricted case");
        }
        if (!isThere(username)) {
            throw new InvalidRestriction("manager", "Select a team leader or service manager. "
                    + people.nameOf(username) + " is neither, or has no account any more");
        }
    }

    void requireMayBeNamed(String username) {
        if (people.find(username).filter(this::mayBeNamed).isEmpty()) {
            throw new InvalidRestriction("people", people.nameOf(username) + " cannot be named: they have no account"
                    + " any more, or a role that sees no cases");
        }
    }

    /** Tells the manager, or in their place every service manager. */
    void tell(RestrictionRow row, AccessAlert.Kind kind, String about, String detail) {
        Optional<Officer> manager = people.find(row.manager())
                .filter(officer -> answersFor(officer.username(), row.caseReference()));
        alerts.raise(manager.map(List::of).orElseGet(this::substitutes), row.caseReference(), kind, about, detail,
                manager.isEmpty());
    }

    /** Tells the service managers of each restricted case that nobody manages any more. */
    @Transactional
    public void tellOfCasesWithoutManager() {
        restrictions.managedByOthersThan(candidates().stream().map(Officer::username).toList())
                .forEach(row -> tell(row, AccessAlert.Kind.WITHOUT_MANAGER, row.manager(), null));
    }

    private List<Officer> substitutes() {
        return candidates().stream().filter(officer -> officer.has(Role.SERVICE_MANAGER)).toList();
    }

    private boolean mayManage(Officer officer) {
        return permissions.allows(officer, Permission.NAME_PEOPLE);
    }

    private boolean mayBeNamed(Officer officer) {
        return permissions.allows(officer, Permission.VIEW_CASES)
                || permissions.allows(officer, Permission.VIEW_CASE_RECORD);
    }

    private List<Officer> active() {
        return accounts.all().stream().filter(row -> !row.disabled()).map(Directory::officer).toList();
    }
}
