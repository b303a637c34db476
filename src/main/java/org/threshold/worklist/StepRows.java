package org.threshold.worklist;

import java.time.Instant;
import java.util.Collection;

/** Written by the engine's listeners, in the engine's own transaction: one row for each open step. */
public interface StepRows {

    void opened(OpenedStep step);

    void assigned(String stepId, String usernameOrNull);

    void teamChanged(String stepId, String team);

    void dueChanged(String stepId, Instant dueAt);

    void ended(String stepId, StepEnd end, Instant at);

    /** The ids of all rows, for the nightly comparison with the engine. */
    Collection<String> stepIds();
}
