package org.threshold.process.steps;

import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/** Tells the copies that a multi-instance part of a process makes from the passes of a loop. */
final class Siblings {

    private Siblings() {
    }

    /**
     * Which arrival at the multi-instance part, and which of its copies, with a slash between; empty for a step that
     * is in no such part.
     */
    static Optional<String> of(ExecutionEntity execution) {
        ScopeImpl copied = execution.getActivity();
        ScopeImpl around = copied.getFlowScope();
        while (around instanceof ActivityImpl activity
                && !(activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior)) {
            copied = around;
            around = around.getFlowScope();
        }
        return around instanceof ActivityImpl
                ? Optional.of(id(execution, around) + "/" + id(execution, copied)) : Optional.empty();
    }

    private static String id(ExecutionEntity execution, ScopeImpl scope) {
        return scope == execution.getActivity() ? execution.getId()
                : execution.findExecutionForFlowScope(scope).getId();
    }
}
