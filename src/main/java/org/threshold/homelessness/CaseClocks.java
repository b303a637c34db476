package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.CalendarUnknown;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Deadlines;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;

/** The statutory clocks as this room drives them: what runs is not started twice, and a review right outlives a case. */
@Component
class CaseClocks {

    private static final Set<ClockKind> OUTLIVES_A_CASE = Set.of(ClockKind.BED_AND_BREAKFAST,
            ClockKind.REVIEW_REQUEST, ClockKind.REVIEW_3_WEEKS,
            ClockKind.REVIEW_8_WEEKS, ClockKind.REVIEW_10_WEEKS, ClockKind.REVIEW_12_WEEKS,
            ClockKind.COUNTY_COURT_APPEAL, ClockKind.HOST_NOTICE);

    private final StatutoryClocks clocks;
    private final Deadlines deadlines;

    CaseClocks(StatutoryClocks clocks, Deadlines deadlines) {
        this.clocks = clocks;
        this.deadlines = deadlines;
    }

    void start(CaseReference reference, ClockKind kind, LocalDate trigger) {
        if (clocks.running(reference, kind).isEmpty()) {
            clocks.start(reference, kind, trigger);
        }
    }

    /**
     * Starts a clock of working days. Where the bundled calendar ends too early it is not started: a calendar that is
     * out of date must not hold up the law.
     *
     * @return the last day, or empty when the calendar does not cover it
     */
    Optional<LocalDate> startIfCovered(CaseReference reference, ClockKind kind, LocalDate trigger) {
        try {
            deadlines.calculate(kind, trigger);
        } catch (CalendarUnknown notCovered) {
            return Optional.empty();
        }
        start(reference, kind, trigger);
        return lastDay(reference, kind);
    }

    void end(CaseReference reference, ClockKind kind, LocalDate on, String reason) {
        clocks.end(reference, kind, on, reason);
    }

    /**
     * A reviewable decision was notified: its review right runs 21 days beginning with that day (s202(3)), beside those
     * of other decisions.
     *
     * @param about the decision in a few words, such as 'Relief duty ended'
     */
    void notified(CaseReference reference, String about, LocalDate on) {
        clocks.startAbout(reference, ClockKind.REVIEW_REQUEST, on, about);
    }

    /** Starts a clock without a number in the Act, with the last day that was decided; one that runs stays. */
    void startUntil(CaseReference reference, ClockKind kind, LocalDate trigger, LocalDate lastDay) {
        if (clocks.running(reference, kind).isEmpty()) {
            clocks.startUntil(reference, kind, trigger, lastDay);
        }
    }

    void moveLastDay(CaseReference reference, ClockKind kind, LocalDate lastDay, String why) {
        clocks.moveLastDay(reference, kind, lastDay, why);
    }

    /** The last day of the running clock of that kind, or empty when none runs. */
    Optional<LocalDate> lastDay(CaseReference reference, ClockKind kind) {
        return clocks.running(reference, kind).map(running -> running.period().lastDay());
    }

    /** Whether the relief duty ends by itself at the end of day 56 with these findings (s189B(4)). */
    boolean reliefEndsByItself(Findings findings) {
        return deadlines.reliefEndsByItself(findings.of(Question.PRIORITY_NEED), findings.of(Question.INTENTIONAL));
    }

    /** The first moment after the given day, in London. */
    Instant endOf(LocalDate day) {
        return deadlines.endOf(day);
    }

    LocalDate reviewLastDay(LocalDate notified) {
        return deadlines.calculate(ClockKind.REVIEW_REQUEST, notified).lastDay();
    }

    LocalDate appealLastDay(LocalDate notified) {
        return deadlines.calculate(ClockKind.COUNTY_COURT_APPEAL, notified).lastDay();
    }

    /**
     * Ends all clocks of a case on which nobody has anything left to do or to ask for. Another council is owed its notice
     * all the same.
     */
    void endAll(CaseReference reference, LocalDate on, String reason) {
        clocks.of(reference).stream().filter(StatutoryClock::running).map(StatutoryClock::kind).distinct()
                .filter(kind -> kind != ClockKind.HOST_NOTICE).forEach(kind -> clocks.end(reference, kind, on, reason));
    }

    /** Ends all clocks of a case that ends, except the rights of review and appeal, which outlive it. */
    void endAllButReview(CaseReference reference, LocalDate on, String reason) {
        clocks.of(reference).stream().filter(StatutoryClock::running).map(StatutoryClock::kind).distinct()
                .filter(kind -> !OUTLIVES_A_CASE.contains(kind))
                .forEach(kind -> clocks.end(reference, kind, on, reason));
    }
}
