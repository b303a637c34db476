package org.threshold.process.homelessness;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.homelessness.Closings;
import org.threshold.homelessness.Decisions;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.HousingPlans;

/** What the service tasks of the homelessness processes do, by bean name; each calls one use case. */
@Configuration
class HomelessnessDelegates {

    @Bean
    UseCase closeAdviceOnly(Closings closings) {
        return new UseCase((reference, execution) -> closings.adviceOnly(reference));
    }

    @Bean
    UseCase closeAfterDuty(Closings closings) {
        return new UseCase((reference, execution) -> closings.afterDuty(reference));
    }

    @Bean
    UseCase closeCase(Closings closings) {
        return new UseCase((reference, execution) -> closings.closeCase(reference));
    }

    @Bean
    UseCase dischargeMainDuty(Closings closings) {
        return new UseCase((reference, execution) -> closings.dischargeMainDuty(reference));
    }

    @Bean
    UseCase recordWithdrawal(Closings closings) {
        return new UseCase((reference, execution) -> closings.withdrawn(reference));
    }

    @Bean
    UseCase acceptDuty(Duties duties) {
        return new UseCase((reference, execution) -> duties.notifyAccepted(reference));
    }

    @Bean
    UseCase acceptReliefDuty(Duties duties) {
        return new UseCase((reference, execution) -> duties.acceptRelief(reference));
    }

    @Bean
    UseCase issuePlan(HousingPlans plans) {
        return new UseCase((reference, execution) -> plans.issue(reference));
    }

    @Bean
    UseCase endPrevention(DutyEndings endings) {
        return new UseCase((reference, execution) -> endings.carryOut(reference, DutyKind.PREVENTION));
    }

    @Bean
    UseCase endRelief(DutyEndings endings) {
        return new UseCase((reference, execution) -> endings.carryOut(reference, DutyKind.RELIEF));
    }

    @Bean
    UseCase checkReliefAtDay56(DutyEndings endings) {
        return new UseCase((reference, execution) ->
                execution.setVariable("reliefEndsByLaw", endings.checkDay56(reference)));
    }

    @Bean
    UseCase endReliefByLaw(DutyEndings endings) {
        return new UseCase((reference, execution) -> {
            endings.endReliefByLaw(reference);
            execution.setVariable("reliefEnd", EndReason.ELAPSED_56.name());
        });
    }

    @Bean
    UseCase endReliefByNotice(Decisions decisions) {
        return new UseCase((reference, execution) -> decisions.endReliefAfterIssue(reference));
    }

    @Bean
    UseCase issueDecision(Decisions decisions) {
        return new UseCase((reference, execution) -> {
            execution.setVariable("decision", decisions.issue(reference).name());
            execution.setVariable("childInHousehold", decisions.childInHousehold(reference));
        });
    }
}
