package org.threshold.moveon;

import java.time.LocalDate;
import java.util.Map;

/** What the process that watches a barrier reads: whose queue it comes to, and when. */
final class BarrierFacts {

    private BarrierFacts() {
    }

    static Map<String, Object> of(Barrier.Owner owner, LocalDate due) {
        return Map.of("team", owner.team(), "barrierDueOn", RouteFacts.at(due));
    }
}
