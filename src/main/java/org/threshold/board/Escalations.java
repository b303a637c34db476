package org.threshold.board;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Role;
import org.threshold.access.Team;
import org.threshold.board.store.EscalationStore;
import org.threshold.board.store.EscalationStore.Climbing;
import org.threshold.worklist.OverdueBoard.Rung;

/**
 * The late steps that climb their ladder, by rung, each with whoever has the next move: of one's own teams, and for the
 * service manager of all. Steps of cases that are hidden from whoever asks are neither shown nor counted.
 */
@Service
@Needs(Permission.VIEW_BOARD)
@Transactional(readOnly = true)
public class Escalations {

    /** Shown on each rung; the rest are in the list of overdue steps. */
    public static final int MOST_SHOWN = 50;

    private final EscalationStore store;
    private final People people;
    private final CurrentOfficer current;
    private final Clock clock;

    Escalations(EscalationStore store, People people, CurrentOfficer current, Clock clock) {
        this.store = store;
        this.people = people;
        this.current = current;
        this.clock = clock;
    }

    /** @param total how many stand on the rung; {@code steps} are the longest late of them */
    public record OnRung(Rung rung, int total, List<Late> steps) {
    }

    /**
     * @param holder   name of the officer who holds the late step; null while nobody does
     * @param nextMove who acts next, in words
     * @param act      address of the page on which they do
     * @param doing    what they do there
     */
    public record Late(String stepId, String name, String caseReference, String team, String holder, Instant dueAt,
                       Instant reachedAt, boolean restricted, String nextMove, String act, String doing) {
    }

    /** Every rung, the highest first; also those on which nothing stands. One statement. */
    public List<OnRung> byRung() {
        List<Climbing> climbing = store.climbing(teams(), clock.instant(), MOST_SHOWN);
        return Arrays.stream(Rung.values()).sorted(java.util.Comparator.reverseOrder()).map(rung -> {
            List<Climbing> there = climbing.stream().filter(each -> each.rung() == rung).toList();
            return new OnRung(rung, there.isEmpty() ? 0 : there.get(0).total(),
                    there.stream().map(this::late).toList());
        }).toList();
    }

    private Set<String> teams() {
        Officer me = current.get();
        return me.has(Role.SERVICE_MANAGER) ? people.teams().stream().map(Team::key).collect(Collectors.toSet())
                : me.teams();
    }

    private Late late(Climbing step) {
        boolean owners = step.rung() == Rung.REMINDED || step.unblockId() == null;
        return new Late(step.stepId(), step.name(), step.caseReference(), teamName(step.team()),
                step.owner() == null ? null : people.nameOf(step.owner()), step.dueAt(), step.reachedAt(),
                step.restricted(), nextMove(step),
                "/steps/" + (owners ? step.stepId() : step.unblockId()), owners ? "Open the step" : "Unblock it");
    }

    private String nextMove(Climbing step) {
        if (step.rung() == Rung.REMINDED) {
            return step.owner() == null ? "Nobody yet: " + teamName(step.team()) + " takes it"
                    : people.nameOf(step.owner());
        }
        if (step.restricted()) {
            return "The manager of the restricted case";
        }
        return step.rung() == Rung.TEAM_LEADER ? leader(step.team()) : serviceManagers(step.team());
    }

    private String leader(String team) {
        return people.team(team).map(it -> people.nameOf(it.leader()) + ", team leader").orElse("The team leader");
    }

    private String serviceManagers(String team) {
        List<String> names = people.membersOf(team).stream().filter(member -> member.has(Role.SERVICE_MANAGER))
                .map(Officer::name).sorted().toList();
        return names.isEmpty() ? "The service manager" : String.join(" or ", names) + ", service manager";
    }

    private String teamName(String key) {
        return people.team(key).map(Team::name).orElse(key);
    }
}
