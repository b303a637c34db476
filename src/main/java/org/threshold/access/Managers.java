package org.threshold.access;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.AccountStore;
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

    Managers(AccountStore accounts, RestrictionStore restrictions, People people, Permissions permissions,
             AccessAlerts alerts) {
        this.accounts = accounts;
        this.restrictions = restrictions;
        this.people = people;
        this.permissions = permissions;
        this.alerts = alerts;
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
        return people.team(team).map(Team::leader).flatMap(people::find).filter(this::mayManage)
                .or(() -> people.membersOf(team).stream().filter(this::mayManage).findFirst())
                .or(() -> candidates().stream().filter(officer -> officer.has(Role.SERVICE_MANAGER)).findFirst());
    }

    /** False where the account is gone, or its role no longer allows it. */
    boolean isThere(String username) {
        return people.find(username).filter(this::mayManage).isPresent();
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
        Optional<Officer> manager = people.find(row.manager()).filter(this::mayManage);
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
