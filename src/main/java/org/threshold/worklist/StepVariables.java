package org.threshold.worklist;

import java.util.Optional;

/** What the process of a step is about, where a case can have several of its kind. */
public interface StepVariables {

    /**
     * An id that the process was started with, such as {@code placementId}; empty when it has none of that name.
     *
     * @throws StepGone when the step has ended meanwhile
     */
    Optional<Long> id(StepContext step, String name);

    /** @throws IllegalStateException when the process has none of that name */
    default long required(StepContext step, String name) {
        return id(step, name).orElseThrow(() -> new IllegalStateException("The process of step " + step.elementId()
                + " has no " + name));
    }
}
