package org.threshold.process.homelessness;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.referral.ReferralTriage;

/** What the service tasks of {@code duty-to-refer} do. */
@Configuration
class ReferralDelegates {

    @Bean
    UseCase openReferredApproach(ReferralTriage triage) {
        return new UseCase((reference, execution) -> triage.openApproach(reference));
    }

    @Bean
    UseCase answerReferrer(ReferralTriage triage) {
        return new UseCase((reference, execution) ->
                execution.setVariable("answerByHand", triage.answer(reference)));
    }
}
