package org.threshold.process.time;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Deadlines;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Review;
import org.threshold.process.ForModels;

/** The statutory clocks of a case, as the instants that timers need. */
@Component("modelClocks")
@ForModels("clocks")
class ClockExpressions {

    /** Years after which a timer of a stopped clock would fire: never, in the life of a case. */
    private static final long STOPPED = 50;

    /** The clocks of a review, and how many days before their last day somebody is asked to see to it. */
    private static final Map<ClockKind, Integer> REVIEWS = Map.of(ClockKind.REVIEW_3_WEEKS, 7,
            ClockKind.REVIEW_8_WEEKS, 14, ClockKind.REVIEW_10_WEEKS, 14, ClockKind.REVIEW_12_WEEKS, 7);

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

    /** As {@link #endOfDay}, of the one clock of those of its kind that is about this, such as one placement. */
    @ForModels
    public Date endOfDayAbout(String caseReference, String kind, String about, int n) {
        StatutoryClock clock = of(caseReference, kind, one -> about.equals(one.about()));
        return unlessStopped(clock, clock.period().firstDay().plusDays(n - 1L));
    }

    /** The first instant after the last day on which a review must be decided. */
    @ForModels
    public Date endOfReview(String caseReference, Long reviewId) {
        StatutoryClock clock = ofReview(caseReference, reviewId, REVIEWS);
        return unlessStopped(clock, clock.period().lastDay());
    }

    /** When somebody makes sure that a review is decided in time: the appointed person's report is due then too. */
    @ForModels
    public Date warningOfReview(String caseReference, Long reviewId) {
        StatutoryClock clock = ofReview(caseReference, reviewId, REVIEWS);
        return unlessStopped(clock, clock.period().lastDay().minusDays(REVIEWS.get(clock.kind())));
    }

    /** The first instant after the last day for representations for a review. */
    @ForModels
    public Date endOfRepresentations(String caseReference, Long reviewId) {
        StatutoryClock clock = ofReview(caseReference, reviewId, Map.of(ClockKind.REVIEW_REPRESENTATIONS, 0));
        return unlessStopped(clock, clock.period().lastDay());
    }

    private StatutoryClock ofReview(String caseReference, Long reviewId, Map<ClockKind, Integer> kinds) {
        String about = Review.clockAbout(reviewId);
        return clocks.getObject().of(new CaseReference(caseReference)).stream()
                .filter(clock -> kinds.containsKey(clock.kind()) && clock.about() != null
                        && clock.about().startsWith(about))
                .max(Comparator.comparing(StatutoryClock::running).thenComparing(StatutoryClock::id))
                .orElseThrow(() -> new IllegalStateException("No clock of review " + reviewId + " was started on case "
                        + caseReference + " before a timer needed it"));
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
    private StatutoryClock clock(String caseReference, String kind) {
        return of(caseReference, kind, one -> true);
    }

    private StatutoryClock of(String caseReference, String kindName, Predicate<StatutoryClock> which) {
        ClockKind kind = ClockKind.valueOf(kindName);
        return clocks.getObject().of(new CaseReference(caseReference)).stream()
                .filter(clock -> clock.kind() == kind && which.test(clock))
                .max(Comparator.comparing(StatutoryClock::running).thenComparing(StatutoryClock::id))
                .orElseThrow(() -> new IllegalStateException("No clock " + kindName + " was started on case "
                        + caseReference + " before a timer needed it"));
    }
}
