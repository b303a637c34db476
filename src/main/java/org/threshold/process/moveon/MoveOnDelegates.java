package org.threshold.process.moveon;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.homelessness.DutyKind;
import org.threshold.moveon.MoveOn;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.NewHomes;
import org.threshold.moveon.RegisterWork;
import org.threshold.process.homelessness.UseCase;

/** What the service tasks of {@code move-on} do. */
@Configuration
class MoveOnDelegates {

    private static final String END = "moveOnEnd";

    /**
     * A household whose case was put at its duty, from the record of another system or after a review, may be far on its
     * way already; an officer looks first, by the list of next actions.
     */
    @Bean
    UseCase startMoveOn(MoveOns moveOns) {
        return new UseCase((reference, execution) -> {
            if (!Boolean.TRUE.equals(execution.getVariable("accommodationKnown"))) {
                moveOns.startWithTheDuty(reference, (String) execution.getVariable("lane"));
            }
        });
    }

    @Bean
    UseCase endMoveOnWithDuty(MoveOns moveOns) {
        return new UseCase((reference, execution) -> {
            moveOns.endWithTheDuty(reference);
            execution.setVariable(END, MoveOn.End.DUTY_ENDED.name());
        });
    }

    @Bean
    UseCase beginMoveOn(MoveOns moveOns, RegisterWork register) {
        return new UseCase((reference, execution) -> {
            moveOns.begin(reference, DutyKind.valueOf((String) execution.getVariable("duty")));
            execution.setVariable("registerApplied", register.application(reference).isPresent());
            execution.setVariable("returnSafe", false);
        });
    }

    @Bean
    UseCase endMoveOnRefused(MoveOns moveOns) {
        return new UseCase((reference, execution) -> {
            moveOns.end(reference, MoveOn.End.OFFER_REFUSED, (Long) execution.getVariable("offerId"));
            execution.setVariable(END, MoveOn.End.OFFER_REFUSED.name());
        });
    }

    @Bean
    UseCase finishMoveOn(NewHomes homes) {
        return new UseCase((reference, execution) -> {
            homes.finish(reference);
            execution.setVariable(END, MoveOn.End.HOME_ACCEPTED.name());
        });
    }
}
