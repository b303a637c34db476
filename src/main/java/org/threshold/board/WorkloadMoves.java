package org.threshold.board;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.board.store.WorkloadStore;
import org.threshold.board.store.WorkloadStore.Whereabouts;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.Worklist;

/** Work that goes from somebody who is away or has left to others: in one commit, with a reason, all audited. */
@Service
@Needs(Permission.ASSIGN_WORK)
@Transactional
public class WorkloadMoves {

    private final StepMoves moves;
    private final Worklist worklist;
    private final WorkloadStore store;
    private final WorkloadTeams own;
    private final People people;

    WorkloadMoves(StepMoves moves, Worklist worklist, WorkloadStore store, WorkloadTeams own, People people) {
        this.moves = moves;
        this.worklist = worklist;
        this.store = store;
        this.own = own;
        this.people = people;
    }

    /**
     * @param moved how many steps changed hands
     * @param left  a sentence for each chosen step that had ended or moved meanwhile, and was left alone
     */
    public record HandedOver(int moved, List<String> left) {
    }

    /** What somebody holds in the teams that one answers for, most urgent first; at most 200 steps. */
    @Transactional(readOnly = true)
    public List<OpenStep> heldBy(String username) {
        Set<String> teams = own.all().stream().map(team -> team.key()).collect(Collectors.toSet());
        return worklist.heldBy(username, StepMoves.BULK_LIMIT).stream()
                .filter(step -> step.restricted() || teams.contains(step.team())).toList();
    }

    /** Everything that somebody holds, as it stands when it is done. */
    public HandedOver handOverAll(String from, String usernameOrNull, String reason) {
        return handOver(from, heldBy(from).stream().map(OpenStep::stepId).toList(), usernameOrNull, reason);
    }

    /**
     * The chosen steps of one person: all of them or, where one may not be given, none.
     *
     * @param usernameOrNull who gets them; null for the team of each
     * @throws NotPermitted in words, where one of them may not be given
     */
    public HandedOver handOver(String from, Collection<String> stepIds, String usernameOrNull, String reason) {
        Set<String> moved = moves.handOverAll(from, stepIds, usernameOrNull, reason).stream().map(OpenStep::stepId)
                .collect(Collectors.toSet());
        List<String> others = stepIds.stream().filter(id -> !moved.contains(id)).toList();
        return new HandedOver(moved.size(), others.isEmpty() ? List.of()
                : store.whereabouts(others).stream().map(this::say).toList());
    }

    private String say(Whereabouts step) {
        String what = "‘" + step.name() + "’ (" + step.caseReference() + ") ";
        if (step.ended()) {
            return what + "was ended meanwhile by " + people.nameOf(step.who()) + ".";
        }
        return what + (step.who() == null ? "went back to its team meanwhile."
                : "is held by " + people.nameOf(step.who()) + " meanwhile.");
    }
}
