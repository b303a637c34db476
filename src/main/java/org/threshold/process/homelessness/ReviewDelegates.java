package org.threshold.process.homelessness;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.homelessness.ReviewAccommodations;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.homelessness.ReviewTimes;
import org.threshold.homelessness.Reviews;

/** What the service tasks of {@code statutory-review} do. */
@Configuration
class ReviewDelegates {

    /** Which review a process is about: a case can have several. */
    static final String REVIEW = "reviewId";

    @Bean
    UseCase acknowledgeReview(ReviewCourse course) {
        return new UseCase((reference, execution) -> course.acknowledge(review(execution)));
    }

    @Bean
    UseCase tellReviewAccommodation(ReviewAccommodations accommodations) {
        return new UseCase((reference, execution) -> accommodations.tell(review(execution)));
    }

    @Bean
    UseCase tellMindedTo(ReviewCourse course) {
        return new UseCase((reference, execution) -> course.tellMinded(review(execution)));
    }

    @Bean
    UseCase tellReviewOutOfTime(ReviewTimes times) {
        return new UseCase((reference, execution) -> times.outOfTime(review(execution)));
    }

    @Bean
    UseCase notifyReview(Reviews reviews) {
        return new UseCase((reference, execution) -> reviews.notifyDecision(review(execution)));
    }

    private static long review(DelegateExecution execution) {
        return (Long) execution.getVariable(REVIEW);
    }
}
