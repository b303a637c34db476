package org.threshold.process.homelessness;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.homelessness.BelongingsKept;
import org.threshold.homelessness.Closings;

/** What the service tasks do that end an approach by what happened outside its steps, and those about belongings. */
@Configuration
class EndDelegates {

    @Bean
    UseCase endForLostContact(Closings closings) {
        return new UseCase((reference, execution) -> closings.contactLost(reference));
    }

    @Bean
    UseCase endBecauseOfDeath(Closings closings) {
        return new UseCase((reference, execution) -> closings.deceased(reference));
    }

    @Bean
    UseCase cancelApproach(Closings closings) {
        return new UseCase((reference, execution) -> closings.cancelled(reference));
    }

    @Bean
    UseCase closeReferred(Closings closings) {
        return new UseCase((reference, execution) -> closings.referred(reference));
    }

    @Bean
    UseCase tellBelongingsProtected(BelongingsKept belongings) {
        return new UseCase((reference, execution) -> belongings.tellProtected(reference));
    }

    @Bean
    UseCase notifyBelongingsEnd(BelongingsKept belongings) {
        return new UseCase((reference, execution) -> belongings.notifyEnd(reference));
    }
}
