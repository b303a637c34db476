package org.threshold.worklist.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseAccess;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Presence;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.access.Team;
import org.threshold.worklist.OpenStep;

/** Which moves the page offers. The service decides again when one is asked for. */
@Component
class StepPermits {

    private final CurrentOfficer current;
    private final Permissions permissions;
    private final People people;
    private final CaseAccess access;
    private final RestrictedCases restricted;
    private final Presence presence;

    StepPermits(CurrentOfficer current, Permissions permissions, People people, CaseAccess access,
                RestrictedCases restricted, Presence presence) {
        this.current = current;
        this.permissions = permissions;
        this.people = people;
        this.access = access;
        this.restricted = restricted;
        this.presence = presence;
    }

    /**
     * @param move     hand over, release, hold
     * @param sayWhere the step is done in person, and they have not said today where they are
     */
    public record Permits(boolean take, boolean move, boolean sayWhere) {
    }

    Permits of(OpenStep step) {
        Officer me = current.get();
        boolean mine = step.restricted() || me.teams().contains(step.team());
        boolean leads = mine && access.allows(Permission.ASSIGN_WORK, step.caseReference());
        return new Permits(step.free() && mine, step.ownedBy(me.username()) || leads,
                step.inPerson() && !presence.onSiteToday(me.username()));
    }

    /**
     * Who could be given the step: the people of its team, or those named on its restricted case, who work cases; but
     * not who holds it already.
     */
    List<Officer> colleagues(OpenStep step) {
        return candidates(step).stream()
                .filter(officer -> permissions.allows(officer, Permission.WORK_CASES))
                .filter(officer -> !step.ownedBy(officer.username())).toList();
    }

    private List<Officer> candidates(OpenStep step) {
        return !step.restricted() ? people.membersOf(step.team())
                : restricted.of(step.caseReference()).map(Restriction::people).orElse(List.of()).stream()
                        .flatMap(named -> people.find(named.username()).stream()).toList();
    }

    List<Team> otherTeams(OpenStep step) {
        return people.teams().stream().filter(team -> !team.key().equals(step.team())).toList();
    }
}
