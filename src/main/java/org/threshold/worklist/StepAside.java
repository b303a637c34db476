package org.threshold.worklist;

import java.util.List;
import java.util.Optional;

/**
 * What another room shows beside the form of a step, such as the free times for an appointment. It changes nothing, and
 * the step does without it.
 */
public interface StepAside {

    /**
     * One block.
     *
     * @param title its heading
     * @param lines plain sentences; at most a few
     * @param link  the words of the link that leads on
     * @param href  where it leads, within the service
     */
    record Block(String title, List<String> lines, String link, String href) {

        public Block {
            lines = List.copyOf(lines);
        }
    }

    /** Empty where there is nothing to show beside this step. */
    Optional<Block> beside(OpenStep step);
}
