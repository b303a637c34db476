package org.threshold.process.homelessness;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.homelessness.CouncilReferralAnswers;

/** What the service tasks of {@code local-connection-referral} do, by bean name. */
@Configuration
class LocalConnectionDelegates {

    @Bean
    UseCase notifyReferral(CouncilReferralAnswers referrals) {
        return new UseCase((reference, execution) -> referrals.notifyBoth(reference));
    }

    @Bean
    UseCase tellNoReferral(CouncilReferralAnswers referrals) {
        return new UseCase((reference, execution) ->
                execution.setVariable("referral", referrals.notMade(reference).name()));
    }

    @Bean
    UseCase tellReferralOutcome(CouncilReferralAnswers referrals) {
        return new UseCase((reference, execution) ->
                execution.setVariable("referral", referrals.tellOutcome(reference).name()));
    }
}
