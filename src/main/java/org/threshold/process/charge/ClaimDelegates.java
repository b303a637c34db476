package org.threshold.process.charge;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.claim.BenefitClaims;

/** What the service tasks of {@code benefit-claim} do. */
@Configuration
class ClaimDelegates {

    /** About which placement a process is: a case can have several. */
    private static final String PLACEMENT = "placementId";

    @Bean
    JavaDelegate remindOfEvidence(BenefitClaims claims) {
        return execution -> claims.remind(new CaseReference(execution.getProcessBusinessKey()),
                (Long) execution.getVariable(PLACEMENT));
    }
}
