package org.threshold.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/** The clocks that run on cases, each computed from a recorded fact. */
public interface StatutoryClocks {

    /**
     * Starting one that runs from the same day already changes nothing.
     *
     * @throws IllegalStateException when it runs from another day: recompute it instead
     */
    StatutoryClock start(CaseReference reference, ClockKind kind, LocalDate trigger);

    /** A trigger fact was recorded late or wrongly: recompute, and keep what was believed before. */
    StatutoryClock recompute(CaseReference reference, ClockKind kind, LocalDate trueTrigger, String why);

    /** Ends the running clock of that kind; does nothing when none runs. */
    void end(CaseReference reference, ClockKind kind, LocalDate on, String reason);

    void endAll(CaseReference reference, LocalDate on, String reason);

    Optional<StatutoryClock> running(CaseReference reference, ClockKind kind);

    /** All clocks of a case, running ones first, then by last day. */
    List<StatutoryClock> of(CaseReference reference);

    /** What was believed of a clock before, oldest first. */
    List<ClockBelief> earlierBeliefs(StatutoryClock of);

    /** The running clock whose last day comes next; one that has passed comes first. */
    Optional<StatutoryClock> nearest(CaseReference reference);
}
