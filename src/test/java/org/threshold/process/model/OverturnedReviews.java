package org.threshold.process.model;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.ReviewableDecisions;
import org.threshold.homelessness.ReviewableDecisions.Reviewable;
import org.threshold.homelessness.Reviews;

/** Reviews that are asked for and overturned, for tests of what follows. */
@Component
class OverturnedReviews {

    private final Reviews reviews;
    private final ReviewableDecisions decisions;

    OverturnedReviews(Reviews reviews, ReviewableDecisions decisions) {
        this.reviews = reviews;
        this.decisions = decisions;
    }

    /** Asked for by whoever is signed in: the last decision with a key that begins so. */
    long asked(CaseReference reference, String key) {
        return asked(reference, each -> each.key().startsWith(key), true);
    }

    /** The same of a review that does not say which decision it is about. */
    long askedWithoutSubject(CaseReference reference, String key) {
        return asked(reference, each -> each.key().startsWith(key), false);
    }

    private long asked(CaseReference reference, Predicate<Reviewable> which, boolean named) {
        Reviewable one = decisions.of(reference).stream().filter(which).reduce((first, last) -> last).orElseThrow();
        return reviews.request(reference, new Review.Request(one.matter(), one.notifiedOn(), one.decidedBy(),
                one.notifiedOn(), Review.Form.PHONE, "You did not ask my doctor", null, null, named ? one.key() : null));
    }

    /** Asked for about something that is not among the decisions to choose from, such as a placement. */
    long asked(CaseReference reference, Review.Request request) {
        return reviews.request(reference, request);
    }

    static Review.Request about(ReviewMatter matter, LocalDate on, String key) {
        return new Review.Request(matter, on, Set.of("somebody"), on, Review.Form.PHONE, "It was wrong", null, null,
                key);
    }

    void decide(long review, Review.Outcome outcome) {
        reviews.decide(review, outcome, "The doctor's letter shows that you cannot stay there.");
    }
}
