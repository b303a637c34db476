package org.threshold.process;

import java.time.Instant;
import java.util.List;

/** Compares the worklist with the engine's open tasks. They are written in one commit, so they should never differ. */
public interface DriftCheck {

    /** Compares now. */
    Drift compare();

    /** What the last comparison found; compares when none has been made since the start. */
    Drift latest();

    /**
     * @param missing open in the engine, not in the worklist: nobody would ever see these steps
     * @param stray   in the worklist, not in the engine: officers see steps that cannot be completed
     */
    record Drift(Instant at, List<String> missing, List<String> stray) {

        public int count() {
            return missing.size() + stray.size();
        }
    }
}
