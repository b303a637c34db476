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

    /**
     * Starts a clock that runs beside others of its kind, each about a decision of its own. One that runs about the same
     * from the same day changes nothing.
     *
     * @param about the decision in a few words, at most 200 characters; never a person's name
     */
    StatutoryClock startAbout(CaseReference reference, ClockKind kind, LocalDate trigger, String about);

    /**
     * Starts a clock to which the law gives no number of days, with the last day that was decided for this household.
     *
     * @throws IllegalArgumentException when the law sets the last day, or the last day is before the trigger
     */
    StatutoryClock startUntil(CaseReference reference, ClockKind kind, LocalDate trigger, LocalDate lastDay);

    /**
     * Another last day was decided for a running clock that was started with {@link #startUntil}; what was believed
     * before is kept.
     *
     * @throws IllegalArgumentException as for {@code startUntil}
     */
    StatutoryClock moveLastDay(CaseReference reference, ClockKind kind, LocalDate lastDay, String why);

    /** A trigger fact was recorded late or wrongly: recompute, and keep what was believed before. */
    StatutoryClock recompute(CaseReference reference, ClockKind kind, LocalDate trueTrigger, String why);

    /** The same for one clock of those that {@link #startAbout} began. */
    StatutoryClock recompute(StatutoryClock one, LocalDate trueTrigger, String why);

    /**
     * The law lets this clock end later where that is agreed in writing (a review, reg 9 of SI 2018/223): the running
     * clock has a new last day, and what was believed before is kept.
     *
     * @throws IllegalStateException when none runs, or the day is not later
     */
    StatutoryClock extend(CaseReference reference, ClockKind kind, LocalDate lastDay, String why);

    /** The same for one clock of those that {@link #startAbout} began. */
    StatutoryClock extend(StatutoryClock one, LocalDate lastDay, String why);

    /** Ends the running clocks of that kind; does nothing when none runs. */
    void end(CaseReference reference, ClockKind kind, LocalDate on, String reason);

    /** Ends one clock of those that {@link #startAbout} began; does nothing when it has ended. */
    void end(StatutoryClock one, LocalDate on, String reason);

    void endAll(CaseReference reference, LocalDate on, String reason);

    /** The running clock of that kind; of several, the one that was triggered last. */
    Optional<StatutoryClock> running(CaseReference reference, ClockKind kind);

    /** All clocks of a case, running ones first, then by last day. */
    List<StatutoryClock> of(CaseReference reference);

    /** What was believed of a clock before, oldest first. */
    List<ClockBelief> earlierBeliefs(StatutoryClock of);

    /** The running clock whose last day comes next; one that has passed comes first. */
    Optional<StatutoryClock> nearest(CaseReference reference);
}
