package org.threshold.worklist;

import java.util.List;

/** What a process does after a step, read from its model; answered by the process room. */
public interface StepPath {

    /**
     * What may follow when the step is completed, one short phrase each, in the model's own words: 'Duty owed? Yes:
     * Accept the duty'. Empty when the model no longer has the step.
     */
    List<String> after(OpenStep step);
}
