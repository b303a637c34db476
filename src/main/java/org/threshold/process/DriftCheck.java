package org.threshold.process;

import java.time.Instant;
import java.util.List;

/**
 * Compares the worklist with the engine's open tasks, and every night the measures of steps with their facts. They are
 * written in one commit, so they should never differ.
 */
public interface DriftCheck {

    /** Compares the worklist now; of the measures it says what the last night found. */
    Drift compare();

    /** What the last comparison found; compares when none has been made since the start. */
    Drift latest();

    /**
     * @param missing open in the engine, not in the worklist: nobody would ever see these steps
     * @param stray   in the worklist, not in the engine: officers see steps that cannot be completed
     * @param measures whose measures are not what their facts say
     */
    record Drift(Instant at, List<String> missing, List<String> stray, List<String> measures) {

        public int count() {
            return missing.size() + stray.size() + measures.size();
        }
    }
}
