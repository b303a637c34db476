package org.threshold.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.worklist.store.StepQueries;

/** The late steps of the teams that a leader answers for, and how far each has been escalated. */
@Service
@Needs(Permission.UNBLOCK_OVERDUE)
@Transactional(readOnly = true)
public class LateWork {

    private final StepQueries queries;
    private final OverdueBoard board;
    private final CurrentOfficer current;
    private final Clock clock;

    LateWork(StepQueries queries, OverdueBoard board, CurrentOfficer current, Clock clock) {
        this.queries = queries;
        this.board = board;
        this.current = current;
        this.clock = clock;
    }

    /** @param rung null while nobody has been reminded yet */
    public record LateStep(OpenStep step, OverdueBoard.Rung rung, Instant reached) {
    }

    public record Page(List<LateStep> steps, StepPage.Place next, StepPage.Place previous) {
    }

    /** Longest overdue first. */
    public Page page(StepPage.Place place) {
        Set<String> teams = current.get().teams();
        StepFilter overdue = new StepFilter(Set.of(), Set.of(), Set.of(), null, true, false, false, false);
        StepPage page = queries.ofTeams(teams, overdue, StepSort.URGENCY, place, clock.instant(),
                LocalDate.now(clock));
        Map<String, OverdueBoard.Escalation> escalations = board.escalationsOf(teams).stream()
                .collect(Collectors.toMap(OverdueBoard.Escalation::stepId, Function.identity(),
                        (one, other) -> one.rung().compareTo(other.rung()) >= 0 ? one : other));
        return new Page(page.steps().stream().map(step -> late(step, escalations.get(step.stepId()))).toList(),
                page.next(), page.previous());
    }

    private static LateStep late(OpenStep step, OverdueBoard.Escalation escalation) {
        return escalation == null ? new LateStep(step, null, null)
                : new LateStep(step, escalation.rung(), escalation.rungReached());
    }
}
