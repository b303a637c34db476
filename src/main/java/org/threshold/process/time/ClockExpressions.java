package org.threshold.process.time;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Deadlines;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.process.ForModels;

/** The statutory clocks of a case, as the instants that timers need. */
@Component("modelClocks")
@ForModels("clocks")
class ClockExpressions {

    /** Years after which a timer of a stopped clock would fire: never, in the life of a case. */
    private static final long STOPPED = 50;

    private final ObjectProvider<StatutoryClocks> clocks;
    private final ObjectProvider<Deadlines> deadlines;

    ClockExpressions(ObjectProvider<StatutoryClocks> clocks, ObjectProvider<Deadlines> deadlines) {
        this.clocks = clocks;
        this.deadlines = deadlines;
    }

    /** The first instant after the clock's last day. */
    @ForModels
    public Date endOf(String caseReference, String kind) {
        StatutoryClock clock = clock(caseReference, kind);
        LocalDate last = clock.period().lastDay();
        if (last == null) {
            throw new IllegalStateException("The clock " + kind + " has no last day; the Act sets no number");
        }
        return unlessStopped(clock, last);
    }

    /** The first instant after day n of the clock; day 1 is its first day. */
    @ForModels
    public Date endOfDay(String caseReference, String kind, int n) {
        StatutoryClock clock = clock(caseReference, kind);
        return unlessStopped(clock, clock.period().firstDay().plusDays(n - 1L));
    }

    /** The first instant of the day that is n days before the clock's last day. */
    @ForModels
    public Date daysBefore(String caseReference, String kind, int n) {
        LocalDate last = clock(caseReference, kind).period().lastDay();
        if (last == null) {
            throw new IllegalStateException("The clock " + kind + " has no last day; the Act sets no number");
        }
        return endOf(last.minusDays(n + 1L));
    }

    /**
     * A clock that was stopped before its last day does not run out: its timers wait until it starts again, as relief
     * may after a referral (s199A(4)).
     */
    private Date unlessStopped(StatutoryClock clock, LocalDate day) {
        LocalDate last = clock.period().lastDay();
        boolean stopped = !clock.running() && last != null && clock.endedOn().isBefore(last);
        return endOf(stopped ? day.plusYears(STOPPED) : day);
    }

    private Date endOf(LocalDate day) {
        return Date.from(deadlines.getObject().endOf(day));
    }

    /** The running clock, or else the one that ran last: a timer may be computed again after its clock has ended. */
    private StatutoryClock clock(String caseReference, String kindName) {
        ClockKind kind = ClockKind.valueOf(kindName);
        return clocks.getObject().of(new CaseReference(caseReference)).stream()
                .filter(clock -> clock.kind() == kind)
                .max(Comparator.comparing(StatutoryClock::running).thenComparing(StatutoryClock::id))
                .orElseThrow(() -> new IllegalStateException("No clock " + kindName + " was started on case "
                        + caseReference + " before a timer needed it"));
    }
}
