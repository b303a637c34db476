package org.threshold.board;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Team;
import org.threshold.board.store.LeaveStore;
import org.threshold.board.store.WorkloadStore;
import org.threshold.board.store.WorkloadStore.HeldLoad;
import org.threshold.board.store.WorkloadStore.Moved;
import org.threshold.clock.Deadlines;

/**
 * How work is spread, so that it can be shared out fairly and absence be covered. Teams are seen by everybody who sees
 * the board, people by the leader of their own team and by the service manager only, in order of their names. Cases
 * that are hidden from whoever asks are not counted.
 */
@Service
@Needs(Permission.VIEW_BOARD)
@Transactional(readOnly = true)
public class Workload {

    private final WorkloadStore store;
    private final LeaveStore leaves;
    private final WorkloadTeams own;
    private final People people;
    private final Permissions permissions;
    private final Deadlines deadlines;
    private final Clock clock;

    Workload(WorkloadStore store, LeaveStore leaves, WorkloadTeams own, People people, Permissions permissions,
             Deadlines deadlines, Clock clock) {
        this.store = store;
        this.leaves = leaves;
        this.own = own;
        this.people = people;
        this.permissions = permissions;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @param unowned  what nobody holds
     * @param away     how many of the team are away today
     * @param gives    whether one may give its people's work to others
     * @param officers those of one's own teams by name, with whoever holds a step and is not in the team any more;
     *                 empty for other teams
     */
    public record TeamLoad(Team team, Load load, Load unowned, InAndOut flow, int away, boolean own,
                           boolean gives, List<OfficerLoad> officers) {
    }

    /** @param left whether they hold steps of the team and are not in it any more */
    public record OfficerLoad(String username, String name, Load load, InAndOut flow, List<Leave> leave, boolean left) {

        public OfficerLoad {
            leave = List.copyOf(leave);
        }
    }

    /** Three statements, however many teams, people and steps there are. Teams by name. */
    public List<TeamLoad> teams() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Numbers numbers = new Numbers(store.held(now, today, endOfWeek(today)), store.moved(now),
                leaves.from(today).stream().collect(Collectors.groupingBy(Leave::username)));
        return people.teams().stream().sorted(Comparator.comparing(Team::name))
                .map(team -> load(team, numbers, today)).toList();
    }

    private record Numbers(List<HeldLoad> held, List<Moved> moved, Map<String, List<Leave>> leave) {

        Load load(String team, String owner) {
            return held.stream().filter(each -> each.team().equals(team))
                    .filter(each -> owner.equals(each.owner() == null ? "" : each.owner()))
                    .map(HeldLoad::load).findFirst().orElse(Load.NONE);
        }

        InAndOut flow(String team, String who) {
            return moved.stream().filter(each -> each.team().equals(team) && each.who().equals(who))
                    .map(Moved::flow).findFirst().orElse(InAndOut.NONE);
        }
    }

    private TeamLoad load(Team team, Numbers numbers, LocalDate today) {
        Load all = numbers.held().stream().filter(each -> each.team().equals(team.key())).map(HeldLoad::load)
                .reduce(Load.NONE, Load::plus);
        List<Officer> members = people.membersOf(team.key()).stream()
                .filter(member -> permissions.allows(member, Permission.WORK_CASES)).toList();
        int away = (int) members.stream().filter(member -> numbers.leave().getOrDefault(member.username(), List.of())
                .stream().anyMatch(leave -> leave.on(today))).count();
        return new TeamLoad(team, all, numbers.load(team.key(), ""), numbers.flow(team.key(), ""), away,
                own.answersFor(team), own.givesWorkOf(team), own.answersFor(team)
                ? officers(team, members, numbers) : List.of());
    }

    private List<OfficerLoad> officers(Team team, List<Officer> members, Numbers numbers) {
        TreeSet<String> gone = numbers.held().stream().filter(each -> each.team().equals(team.key()))
                .map(HeldLoad::owner).filter(java.util.Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        members.forEach(member -> gone.remove(member.username()));
        List<OfficerLoad> all = new ArrayList<>();
        members.forEach(member -> all.add(officer(team, member.username(), numbers, false)));
        gone.forEach(username -> all.add(officer(team, username, numbers, true)));
        all.sort(Comparator.comparing(OfficerLoad::name).thenComparing(OfficerLoad::username));
        return List.copyOf(all);
    }

    private OfficerLoad officer(Team team, String username, Numbers numbers, boolean left) {
        return new OfficerLoad(username, people.nameOf(username), numbers.load(team.key(), username),
                numbers.flow(team.key(), username), numbers.leave().getOrDefault(username, List.of()), left);
    }

    private Instant endOfWeek(LocalDate today) {
        return deadlines.endOf(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }
}
