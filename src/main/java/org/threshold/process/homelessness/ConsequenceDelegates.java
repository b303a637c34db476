package org.threshold.process.homelessness;

import java.util.function.LongConsumer;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.homelessness.ReviewConsequences;
import org.threshold.homelessness.TakingBack;

/** What the service tasks of {@code review-consequences} do, and what puts each of them back. */
@Configuration
class ConsequenceDelegates {

    /** What follows one overturned decision: a case can have several. */
    static final String CONSEQUENCE = "consequenceId";

    private static final String CANNOT_BE_TAKEN_BACK = "cannotBeTakenBack";

    @Bean
    UseCase seeWhatFollows(ReviewConsequences consequences) {
        return new UseCase((reference, execution) -> execution.setVariable(CONSEQUENCE,
                consequences.see((Long) execution.getVariable(ReviewDelegates.REVIEW)).id()));
    }

    @Bean
    UseCase setDecisionAside(TakingBack taking) {
        return about(taking::setAside);
    }

    @Bean
    UseCase letDecisionCountAgain(TakingBack taking) {
        return about(taking::countAgain);
    }

    @Bean
    UseCase letThemStay(TakingBack taking) {
        return about(taking::letStay);
    }

    @Bean
    UseCase letNoticeRunAgain(TakingBack taking) {
        return about(taking::askToLeaveAgain);
    }

    @Bean
    UseCase letDutyGoOn(TakingBack taking) {
        return about(taking::letDutyGoOn);
    }

    @Bean
    UseCase endDutyAsBefore(TakingBack taking) {
        return about(taking::endDutyAsBefore);
    }

    /** Asked before anything is done, so that what was done so far can still be put back in the same commit. */
    @Bean
    UseCase openRightStep(TakingBack taking) {
        return about(id -> {
            if (taking.refusal(id).isPresent()) {
                throw new BpmnError(CANNOT_BE_TAKEN_BACK);
            }
            taking.openRightStep(id);
        });
    }

    @Bean
    UseCase writeWhatIsPutRight(ReviewConsequences consequences) {
        return about(consequences::write);
    }

    private static UseCase about(LongConsumer what) {
        return new UseCase((reference, execution) -> what.accept((Long) execution.getVariable(CONSEQUENCE)));
    }
}
