package org.threshold.accommodation.step;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Units;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** The steps of a placement's life after the keys, by form. */
@Configuration
class StaySteps {

    @Bean
    StayStep.Around aroundStays(PlacementStays stays, ObjectProvider<Units> units, StepVariables variables,
                                Clock clock) {
        return new StayStep.Around(stays, units, variables, clock);
    }

    @Bean
    StepHandler checkMovedInStep(StayStep.Around around) {
        return new StayStep.CheckMovedIn(around);
    }

    @Bean
    StepHandler reviewStayStep(StayStep.Around around) {
        return new StayStep.ReviewStay(around);
    }

    @Bean
    StepHandler verifyPlacementStep(StayStep.Around around) {
        return new StayStep.VerifyPlacement(around);
    }

    @Bean
    StepHandler collectKeysStep(StayStep.Around around) {
        return new StayStep.CollectKeys(around);
    }

    @Bean
    StepHandler inspectUnitStep(StayStep.Around around) {
        return new StayStep.InspectUnit(around);
    }

    @Bean
    StepHandler confirmReadyStep(StayStep.Around around) {
        return new StayStep.ConfirmReady(around);
    }
}
