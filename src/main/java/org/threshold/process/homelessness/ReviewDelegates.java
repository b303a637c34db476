package org.threshold.process.homelessness;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.homelessness.Reviews;

/** What the service tasks of {@code statutory-review} do. */
@Configuration
class ReviewDelegates {

    /** Which review a process is about: a case can have several. */
    static final String REVIEW = "reviewId";

    @Bean
    UseCase notifyReview(Reviews reviews) {
        return new UseCase((reference, execution) -> reviews.notifyDecision((Long) execution.getVariable(REVIEW)));
    }
}
