package org.threshold.process.homelessness;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.homelessness.CooperationRefusals;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.Opportunities;

/** What the service tasks of non-co-operation, of what follows it, and of intentional homelessness do. */
@Configuration
class AfterRefusalDelegates {

    private static final String NOTICE = "nonCooperationNotice";

    @Bean
    UseCase sendCooperationWarning(CooperationRefusals refusals) {
        return new UseCase((reference, execution) -> {
            refusals.warn(reference);
            execution.setVariable(NOTICE, false);
        });
    }

    @Bean
    UseCase giveCooperationNotice(CooperationRefusals refusals) {
        return new UseCase((reference, execution) -> {
            refusals.give(reference);
            execution.setVariable(NOTICE, true);
        });
    }

    /** The notice has ended the duty already; the process learns why it goes on as it does. */
    @Bean
    UseCase notePreventionRefused() {
        return new UseCase((reference, execution) ->
                execution.setVariable("preventionEnd", EndReason.REFUSED_COOPERATE.name()));
    }

    @Bean
    UseCase noteReliefRefused() {
        return new UseCase((reference, execution) ->
                execution.setVariable("reliefEnd", EndReason.REFUSED_COOPERATE.name()));
    }

    @Bean
    UseCase noteReliefReferred(DutyEndings endings) {
        return new UseCase((reference, execution) -> {
            endings.closeToday(reference, DutyKind.RELIEF, EndReason.LC_REFERRAL_ACCEPTED);
            execution.setVariable("reliefEnd", EndReason.LC_REFERRAL_ACCEPTED.name());
        });
    }

    @Bean
    UseCase beginAccommodationAfterNotice(Duties duties) {
        return new UseCase((reference, execution) -> duties.acceptToday(reference, DutyKind.S193C));
    }

    @Bean
    UseCase endAccommodationAfterNotice(DutyEndings endings) {
        return new UseCase((reference, execution) -> endings.carryOut(reference, DutyKind.S193C));
    }

    @Bean
    UseCase beginOpportunity(Opportunities opportunities) {
        return new UseCase((reference, execution) ->
                execution.setVariable("childInHousehold", opportunities.begin(reference)));
    }

    @Bean
    UseCase notifyOpportunityEnd(Opportunities opportunities) {
        return new UseCase((reference, execution) -> opportunities.notifyEnd(reference));
    }

    @Bean
    UseCase endOpportunity(Opportunities opportunities) {
        return new UseCase((reference, execution) -> opportunities.end(reference));
    }
}
