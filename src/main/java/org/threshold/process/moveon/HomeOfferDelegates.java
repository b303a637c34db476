package org.threshold.process.moveon;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.moveon.HomeOfferLetters;
import org.threshold.process.homelessness.UseCase;

/** What the service tasks of {@code settled-home-offer} do. */
@Configuration
class HomeOfferDelegates {

    @Bean
    UseCase remindOfHome(HomeOfferLetters letters) {
        return new UseCase((reference, execution) ->
                letters.remind(reference, (Long) execution.getVariable("offerId")));
    }
}
