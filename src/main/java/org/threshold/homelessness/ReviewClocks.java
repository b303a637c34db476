package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;

/** The clocks of each review. A case can have several reviews of one length, so each clock says which it is about. */
@Component
class ReviewClocks {

    private final StatutoryClocks clocks;

    ReviewClocks(StatutoryClocks clocks) {
        this.clocks = clocks;
    }

    static String about(Review review) {
        String title = review.request().matter().title();
        return Review.clockAbout(review.id()) + " " + Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    void start(Review review) {
        clocks.startAbout(review.caseReference(), kind(review), review.request().requestedOn(), about(review));
        Review.Extension longer = review.request().extension();
        if (longer != null) {
            extend(review, longer.until(), "Longer time agreed in writing on " + Words.day(longer.agreedOn()));
        }
    }

    /** Whether its clock runs. */
    boolean runs(Review review) {
        return running(review, kind(review)).isPresent();
    }

    /** The last day on which the decision on review must be notified; empty when its clock has ended. */
    Optional<LocalDate> lastDay(Review review) {
        return running(review, kind(review)).map(one -> one.period().lastDay());
    }

    void extend(Review review, LocalDate until, String why) {
        running(review, kind(review)).ifPresent(one -> clocks.extend(one, until, why));
    }

    /**
     * The three weeks begin with the day on which representations under reg 7 were received (reg 9(1)(a)); longer time
     * that was agreed before is not lost by it.
     */
    void restart(Review review, LocalDate received, String why) {
        running(review, kind(review)).ifPresent(one -> {
            LocalDate before = one.period().lastDay();
            StatutoryClock now = clocks.recompute(one, received, why);
            if (before.isAfter(now.period().lastDay())) {
                clocks.extend(now, before, "Longer time was agreed in writing");
            }
        });
    }

    void end(Review review, LocalDate on, String reason) {
        running(review, kind(review)).ifPresent(one -> clocks.end(one, on, reason));
        end(review, ClockKind.REVIEW_REPRESENTATIONS, on, reason);
    }

    /** They were told that they may make representations; the time for those to an earlier letter is over. */
    LocalDate representations(Review review, LocalDate told) {
        end(review, ClockKind.REVIEW_REPRESENTATIONS, told, "Asked again");
        return clocks.startAbout(review.caseReference(), ClockKind.REVIEW_REPRESENTATIONS, told, about(review)).period()
                .lastDay();
    }

    void representationsReceived(Review review, LocalDate on) {
        end(review, ClockKind.REVIEW_REPRESENTATIONS, on, "Representations received");
    }

    /** @param from the day on which they were told, or should have been (s204(2)) */
    LocalDate appeal(Review review, LocalDate from, LocalDate today) {
        end(review, ClockKind.COUNTY_COURT_APPEAL, today, "The time runs from another day");
        return clocks.startAbout(review.caseReference(), ClockKind.COUNTY_COURT_APPEAL, from, about(review)).period()
                .lastDay();
    }

    void appealed(Review review, LocalDate on) {
        end(review, ClockKind.COUNTY_COURT_APPEAL, on, "Appeal brought");
    }

    private void end(Review review, ClockKind kind, LocalDate on, String reason) {
        running(review, kind).ifPresent(one -> clocks.end(one, on, reason));
    }

    /** One that was begun before clocks said what they are about is found where this review has none of its own. */
    private Optional<StatutoryClock> running(Review review, ClockKind kind) {
        return running(clocks.of(review.caseReference()), review, kind);
    }

    static Optional<StatutoryClock> running(List<StatutoryClock> all, Review review, ClockKind kind) {
        List<StatutoryClock> own = all.stream().filter(one -> one.kind() == kind && one.about() != null
                && one.about().startsWith(Review.clockAbout(review.id()))).toList();
        return own.isEmpty() && kind == kind(review) ? all.stream().filter(one -> one.kind() == kind && one.about() == null && one.running())
                .findFirst() : own.stream().filter(StatutoryClock::running).findFirst();
    }

    List<StatutoryClock> of(CaseReference reference) {
        return clocks.of(reference);
    }

    private static ClockKind kind(Review review) {
        return review.request().matter().clock();
    }
}
