package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.homelessness.ReviewEvent.Kind;
import org.threshold.homelessness.store.OpenReviewStore;
import org.threshold.homelessness.store.ReviewCourseStore;

/** Where the reviews of a case stand, and which reviews run in the council. It only reads. */
@Service
@Transactional(readOnly = true)
public class ReviewsOfCase {

    public static final int MOST = 200;

    /**
     * One review with all that happened in it.
     *
     * @param lastDay       of the decision; null when its clock does not run
     * @param appealUntil   the last day for an appeal; null when that time does not run
     * @param reviewer      username; null until one is named
     * @param events        in order
     * @param accommodation latest first
     * @param next          what comes next, in words
     */
    public record View(Review review, LocalDate lastDay, LocalDate appealUntil, String reviewer, List<ReviewEvent> events,
                       List<ReviewAccommodation> accommodation, String next) {

        public boolean has(Kind kind) {
            return events.stream().anyMatch(each -> each.kind() == kind);
        }

        public boolean appealed() {
            return has(Kind.APPEAL);
        }

        /** In a word or two: where it stands. */
        public String state() {
            if (review.refusedAsLate()) {
                return "Late, not taken";
            }
            return review.result() == null ? has(Kind.OUT_OF_TIME) ? "Running, not in time" : "Running"
                    : review.result().outcome().title();
        }

        /** Whether there is anything to appeal against (s204(1)). */
        public boolean appealable() {
            return review.notifiedOn() != null || has(Kind.OUT_OF_TIME);
        }
    }

    private final Reviews reviews;
    private final ReviewCourseStore course;
    private final ReviewClocks clocks;
    private final OpenReviewStore open;

    ReviewsOfCase(Reviews reviews, ReviewCourseStore course, ReviewClocks clocks, OpenReviewStore open) {
        this.reviews = reviews;
        this.course = course;
        this.clocks = clocks;
        this.open = open;
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    public List<View> of(CaseReference reference) {
        List<Review> all = reviews.of(reference);
        List<ReviewEvent> events = course.eventsOf(reference);
        List<ReviewAccommodation> accommodation = course.accommodation(reference);
        List<StatutoryClock> running = clocks.of(reference);
        return all.stream().map(review -> view(review,
                events.stream().filter(each -> each.reviewId() == review.id()).toList(),
                accommodation.stream().filter(each -> each.reviewId() == review.id()).toList(), running)).toList();
    }

    /** The reviews that run in the council, those whose last day comes first before the others. */
    @Needs(Permission.UNBLOCK_OVERDUE)
    public List<OpenReview> open() {
        return open.open(MOST);
    }

    private static View view(Review review, List<ReviewEvent> events, List<ReviewAccommodation> accommodation,
                             List<StatutoryClock> clocks) {
        LocalDate last = lastDay(clocks, review, review.request().matter().clock());
        LocalDate appeal = lastDay(clocks, review, ClockKind.COUNTY_COURT_APPEAL);
        return new View(review, last, appeal, last(events, Kind.REVIEWER).map(ReviewEvent::who).orElse(null), events,
                accommodation, next(review, events, appeal));
    }

    private static LocalDate lastDay(List<StatutoryClock> clocks, Review review, ClockKind kind) {
        return ReviewClocks.running(clocks, review, kind).map(one -> one.period().lastDay()).orElse(null);
    }

    private static String next(Review review, List<ReviewEvent> events, LocalDate appealUntil) {
        if (review.refusedAsLate()) {
            return "Nothing. If they say something new about why they are late, consider it again.";
        }
        if (review.result() == null) {
            return running(events);
        }
        if (review.result().outcome() == Review.Outcome.WITHDRAWN) {
            return "Nothing: the request was withdrawn.";
        }
        if (last(events, Kind.COURT).isPresent()) {
            return "See to what the court ordered.";
        }
        if (last(events, Kind.APPEAL).isPresent()) {
            return "The county court decides on the appeal.";
        }
        return review.notifiedOn() == null ? "The letter with the decision goes out."
                : appealUntil == null ? "Nothing." : "They can appeal until " + Words.day(appealUntil) + ".";
    }

    private static String running(List<ReviewEvent> events) {
        if (last(events, Kind.REVIEWER).isEmpty()) {
            return "Choose the reviewer.";
        }
        Optional<ReviewEvent> told = last(events, Kind.MINDED_TO);
        if (told.isPresent()) {
            return answered(events, told.get()) ? "The reviewer decides."
                    : "They can answer until " + Words.day(told.get().until()) + ".";
        }
        if (last(events, Kind.EXAMINED).isPresent()) {
            return last(events, Kind.MINDED).isPresent() ? "They are told what the reviewer is minded to decide."
                    : "The reviewer decides.";
        }
        return last(events, Kind.ACKNOWLEDGED).map(each -> answered(events, each) ? "The reviewer looks at everything again."
                : "They can make representations until " + Words.day(each.until()) + ".")
                .orElse("The request is acknowledged.");
    }

    private static boolean answered(List<ReviewEvent> events, ReviewEvent told) {
        return last(events, Kind.REPRESENTATIONS).filter(each -> each.id() > told.id()).isPresent();
    }

    private static Optional<ReviewEvent> last(List<ReviewEvent> events, Kind kind) {
        return events.stream().filter(each -> each.kind() == kind).reduce((first, second) -> second);
    }
}
