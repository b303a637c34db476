package org.threshold.worklist.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseAccess;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Presence;
import org.threshold.access.Team;
import org.threshold.worklist.Colleagues;
import org.threshold.worklist.OpenStep;

/** Which moves the page offers. The service decides again when one is asked for. */
@Component
class StepPermits {

    private final CurrentOfficer current;
    private final People people;
    private final CaseAccess access;
    private final Colleagues colleagues;
    private final Presence presence;

    StepPermits(CurrentOfficer current, People people, CaseAccess access, Colleagues colleagues, Presence presence) {
        this.current = current;
        this.people = people;
        this.access = access;
        this.colleagues = colleagues;
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

    List<Officer> colleagues(OpenStep step) {
        return colleagues.of(step);
    }

    List<Team> otherTeams(OpenStep step) {
        return people.teams().stream().filter(team -> !team.key().equals(step.team())).toList();
    }
}
