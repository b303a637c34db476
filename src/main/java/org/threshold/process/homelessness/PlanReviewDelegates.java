package org.threshold.process.homelessness;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.PlanReviews;

/** What the service task of {@code plan-review} does. */
@Configuration
class PlanReviewDelegates {

    @Bean
    UseCase readReviewDate(PlanReviews reviews) {
        return new UseCase((reference, execution) -> {
            PlanReviews.Next next = reviews.next(reference);
            execution.setVariable("planKept", next.kept());
            execution.setVariable("planReviewDue", next.due());
            execution.setVariable("planReviewOn", date(next.on()));
        });
    }

    private static Date date(LocalDate day) {
        return day == null ? null : Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
    }
}
