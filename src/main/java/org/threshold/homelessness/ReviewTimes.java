package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.ReviewEvent.Court;
import org.threshold.homelessness.ReviewEvent.Kind;
import org.threshold.homelessness.store.ReviewCourseStore;
import org.threshold.letter.Letters;

/**
 * The time that a review may take, and what may follow when it is over: longer time agreed in writing (reg 9), a decision
 * that does not come in time, and the appeal to the county court (s204).
 */
@Service
public class ReviewTimes {

    private final Reviews reviews;
    private final ReviewCourseStore store;
    private final ReviewClocks clocks;
    private final Letters letters;
    private final CaseRecord record;

    ReviewTimes(Reviews reviews, ReviewCourseStore store, ReviewClocks clocks, Letters letters, CaseRecord record) {
        this.reviews = reviews;
        this.store = store;
        this.clocks = clocks;
        this.letters = letters;
        this.record = record;
    }

    /**
     * Longer time, agreed in writing between the applicant and the reviewer; nobody can take it by themselves.
     *
     * @param where what the agreement is: the letter or e-mail, and where it is kept
     * @throws NotPossible in the officer's words
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void extend(long id, LocalDate agreedOn, LocalDate until, String where) {
        problem(id, agreedOn, until).ifPresent(why -> {
            throw new NotPossible(why);
        });
        Review review = reviews.get(id);
        add(review, Kind.EXTENDED, agreedOn, until, null, where);
        clocks.extend(review, until, "Longer time agreed in writing on " + Words.day(agreedOn));
        letters.issue(review.caseReference(), "review-longer", ReviewLetters.longer(review, agreedOn, until),
                "review-longer-" + id + "-" + until);
        record.audit(review.caseReference(), "review.extended", id, Map.of("until", until.toString(), "agreedOn",
                agreedOn.toString()), "reg 9(1)");
    }

    /** Why the time cannot be longer in that way, in the officer's words; empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> problem(long id, LocalDate agreedOn, LocalDate until) {
        Review review = reviews.get(id);
        Optional<LocalDate> last = clocks.lastDay(review);
        if (last.isEmpty()) {
            return Optional.of("This review does not run any more.");
        }
        if (agreedOn.isAfter(record.today()) || agreedOn.isBefore(review.request().requestedOn())) {
            return Optional.of("The day of the agreement must be between the day they asked and today");
        }
        return until.isAfter(last.get()) ? Optional.empty()
                : Optional.of("The new last day must be after " + Words.day(last.get()) + ", the last day now");
    }

    /** Somebody has made sure that it is decided in time, and says how. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void seen(long id, String how) {
        add(reviews.get(id), Kind.IN_TIME, record.today(), null, null, how);
    }

    /**
     * The last day has passed without a decision: they may appeal against the original one (s204(1)(b)), and are told. Of
     * a review that was late already when it was brought over, their days ran where it was begun.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void outOfTime(long id) {
        Review review = reviews.get(id);
        LocalDate last = clocks.lastDay(review).orElse(null);
        if (!review.running() || last == null || !last.isBefore(record.today()) || wasLateWhenRecorded(review, last)) {
            return;
        }
        LocalDate appealUntil = clocks.appeal(review, last, record.today());
        letters.issue(review.caseReference(), "review-out-of-time", ReviewLetters.outOfTime(review, last, appealUntil),
                "review-out-of-time-" + id + "-" + last);
        add(review, Kind.OUT_OF_TIME, record.today(), appealUntil, null, null);
        record.tell(review.caseReference(), "decision", "Review: not decided in time",
                "They may appeal against the original decision until " + Words.day(appealUntil));
        record.audit(review.caseReference(), "review.outOfTime", id, Map.of("lastDay", last.toString()), "s204(1)(b)");
    }

    private static boolean wasLateWhenRecorded(Review review, LocalDate last) {
        return review.recordedAt().atZone(ServiceClock.LONDON).toLocalDate().isAfter(last);
    }

    /**
     * They have appealed to the county court. After the 21 days the court may still allow it (s204(2A)).
     *
     * @throws NotPossible when nothing that can be appealed was notified
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void appealed(long id, LocalDate on, String words) {
        Review review = reviews.get(id);
        boolean open = review.notifiedOn() != null || store.last(id, Kind.OUT_OF_TIME).isPresent();
        LocalDate from = review.notifiedOn() != null ? review.notifiedOn() : review.request().requestedOn();
        if (!open) {
            throw new NotPossible("They can appeal only against a decision on review, or where it did not come in time");
        }
        if (on.isAfter(record.today()) || on.isBefore(from)) {
            throw new NotPossible("The day of the appeal must be between " + Words.day(from) + " and today");
        }
        add(review, Kind.APPEAL, on, null, null, words);
        clocks.appealed(review, on);
        record.tell(review.caseReference(), "decision", "Appeal to the county court", words);
        record.audit(review.caseReference(), "review.appealed", id, Map.of("on", on.toString()), "s204");
    }

    /** What the court decided (s204(3)). What follows from it is an officer's to begin: the court's order says what. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void court(long id, Court outcome, LocalDate on, String words) {
        Review review = reviews.get(id);
        ReviewEvent appeal = store.last(id, Kind.APPEAL).orElseThrow(
                () -> new NotPossible("No appeal is recorded on this review"));
        if (on.isAfter(record.today()) || on.isBefore(appeal.on())) {
            throw new NotPossible("The court cannot have decided before the appeal or after today");
        }
        store.add(new ReviewEvent(0, id, Kind.COURT, on, null, outcome.name(), null, words, record.by(),
                record.now()));
        record.tell(review.caseReference(), "decision", "County court: " + outcome.title(), words);
        record.audit(review.caseReference(), "review.court", id, Map.of("outcome", outcome.name(), "on", on.toString()),
                "s204(3)");
    }

    private void add(Review review, Kind kind, LocalDate on, LocalDate until, String code, String words) {
        store.add(new ReviewEvent(0, review.id(), kind, on, until, code, null, words, record.by(),
                record.now()));
    }
}
