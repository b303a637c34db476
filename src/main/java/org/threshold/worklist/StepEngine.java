package org.threshold.worklist;

import java.time.Instant;
import java.util.Map;

/**
 * What the worklist asks of the process engine. A step's id is the engine's task id.
 *
 * <p>Who records what: the engine's listeners write the worklist's row and the facts of measures for every event, and
 * audit and timeline of steps that are created, completed or cancelled. Audit of claiming, releasing, handing over and
 * holding, which have a reason, is written by {@link StepMoves} in the same transaction.
 */
public interface StepEngine {

    /** @throws StepGone when the step has ended meanwhile */
    void assign(String stepId, String usernameOrNull);

    void moveToTeam(String stepId, String team);

    /** Moves the due date and the overdue timer with it. */
    void changeDue(String stepId, Instant due);

    /** Completes the step; {@code variables} hold only ids, dates, enums and flags. */
    void complete(String stepId, Map<String, Object> variables);
}
