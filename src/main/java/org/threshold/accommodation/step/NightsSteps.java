package org.threshold.accommodation.step;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.NightsLevel;
import org.threshold.worklist.StepHandler;

/** The steps in which somebody is asked about a household in bed and breakfast, by form. */
@Configuration
class NightsSteps {

    @Bean
    StepHandler planWayOutStep(BedAndBreakfastNights nights, Clock clock) {
        return new NightsStep("plan-way-out", NightsLevel.PLAN, nights, clock);
    }

    @Bean
    StepHandler reviewWayOutStep(BedAndBreakfastNights nights, Clock clock) {
        return new NightsStep("review-way-out", NightsLevel.REVIEW, nights, clock);
    }

    @Bean
    StepHandler securePlaceStep(BedAndBreakfastNights nights, Clock clock) {
        return new NightsStep("secure-place", NightsLevel.SECURE, nights, clock);
    }

    @Bean
    StepHandler answerForStayStep(BedAndBreakfastNights nights, Clock clock) {
        return new NightsStep("answer-for-stay", NightsLevel.ANSWER, nights, clock);
    }

    @Bean
    StepHandler accountForStayStep(BedAndBreakfastNights nights, Clock clock) {
        return new NightsStep("account-for-stay", NightsLevel.ACCOUNT, nights, clock);
    }
}
