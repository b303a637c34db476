package org.threshold.process.steps;

import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/** Tells the copies of a multi-instance step from the passes of a loop. */
final class Siblings {

    private Siblings() {
    }

    /** The same for all copies that one arrival at the step makes; empty for a step that is no copy. */
    static Optional<String> of(ExecutionEntity execution) {
        boolean copy = execution.getActivity().getFlowScope() instanceof ActivityImpl around
                && around.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
        return copy ? Optional.of(execution.getParentActivityInstanceId()) : Optional.empty();
    }
}
