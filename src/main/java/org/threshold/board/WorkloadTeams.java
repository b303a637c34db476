package org.threshold.board;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Role;
import org.threshold.access.Team;

/** Whose people one answers for: a leader those of the team that they lead, the service manager everybody's. */
@Component
class WorkloadTeams {

    private final People people;
    private final CurrentOfficer current;

    WorkloadTeams(People people, CurrentOfficer current) {
        this.people = people;
        this.current = current;
    }

    /** Being in a team, or a leader elsewhere, is not enough. */
    boolean answersFor(Team team) {
        Officer me = current.get();
        return me.has(Role.SERVICE_MANAGER) || team.leader().equals(me.username());
    }

    /** Work is given by somebody who is in the team: what others hold is not theirs to give. */
    boolean givesWorkOf(Team team) {
        return current.get().teams().contains(team.key());
    }

    List<Team> all() {
        return people.teams().stream().filter(this::answersFor).toList();
    }

    boolean answersFor(String username) {
        return members().anyMatch(member -> member.username().equals(username));
    }

    Stream<Officer> members() {
        return all().stream().flatMap(team -> people.membersOf(team.key()).stream()).distinct();
    }
}
