package org.threshold.worklist.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Team;
import org.threshold.worklist.OpenStep;

/** Which moves the page offers. The service decides again when one is asked for. */
@Component
class StepPermits {

    private final CurrentOfficer current;
    private final Permissions permissions;
    private final People people;

    StepPermits(CurrentOfficer current, Permissions permissions, People people) {
        this.current = current;
        this.permissions = permissions;
        this.people = people;
    }

    /** @param move hand over, release, hold */
    public record Permits(boolean take, boolean move) {
    }

    Permits of(OpenStep step) {
        Officer me = current.get();
        boolean leads = me.teams().contains(step.team()) && permissions.allows(me, Permission.ASSIGN_WORK);
        return new Permits(step.free() && me.teams().contains(step.team()), step.ownedBy(me.username()) || leads);
    }

    /** Who could be given the step: the people of its team who work cases, but not who holds it already. */
    List<Officer> colleagues(OpenStep step) {
        return people.membersOf(step.team()).stream()
                .filter(officer -> permissions.allows(officer, Permission.WORK_CASES))
                .filter(officer -> !step.ownedBy(officer.username())).toList();
    }

    List<Team> otherTeams(OpenStep step) {
        return people.teams().stream().filter(team -> !team.key().equals(step.team())).toList();
    }
}
