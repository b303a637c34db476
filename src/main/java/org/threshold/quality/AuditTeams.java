package org.threshold.quality;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Role;
import org.threshold.access.Team;

/** The teams whose work the officer answers for: a leader's own, a service manager's all. */
@Component
class AuditTeams {

    private final People people;
    private final CurrentOfficer current;
    private final Permissions permissions;

    AuditTeams(People people, CurrentOfficer current, Permissions permissions) {
        this.people = people;
        this.current = current;
        this.permissions = permissions;
    }

    /** By name. */
    List<Team> all() {
        Officer me = current.get();
        return people.teams().stream()
                .filter(team -> me.has(Role.SERVICE_MANAGER) || me.teams().contains(team.key()))
                .sorted(Comparator.comparing(Team::name)).toList();
    }

    List<String> keys() {
        return all().stream().map(Team::key).toList();
    }

    /** @throws NotPossible where it is not one of them */
    void require(String team) {
        if (!keys().contains(team)) {
            throw new NotPossible("Select one of your teams.");
        }
    }

    /** Who may be given audits of this team: the officer, and its senior officers and leaders; by name. */
    List<Officer> auditors(String team) {
        Officer me = current.get();
        return Stream.concat(Stream.of(me), people.membersOf(team).stream()
                        .filter(each -> !each.username().equals(me.username()))
                        .filter(each -> permissions.allows(each, Permission.SIGN_AS_SECOND_OFFICER)))
                .sorted(Comparator.comparing(Officer::name)).toList();
    }
}
