package org.threshold.process.steps;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Asked when a step opens whether it is somebody's from the start, such as that of a named reviewer. */
public interface FirstOwner {

    /** The username; empty where the step is its team's until somebody takes it. */
    Optional<String> of(DelegateTask step);
}
