package org.threshold.process.accommodation;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.Triages;
import org.threshold.process.homelessness.UseCase;

/** What the service tasks of the way to a place do. */
@Configuration
class SignUpDelegates {

    private static final String PLACEMENT = "placementId";

    @Bean
    UseCase requestPlacement(PlacementRequests requests, Triages triages) {
        return new UseCase((reference, execution) -> {
            AccommodationFunction function =
                    AccommodationFunction.valueOf((String) execution.getVariable("accommodationFunction"));
            Optional<InterimArrangement> before = called(execution) && function != AccommodationFunction.INTERIM
                    ? triages.interim(reference).filter(InterimArrangement::placed) : Optional.empty();
            boolean there = before.isPresent() && requests.livesWhereArranged(reference, before.get().address());
            Optional<Placement> asked = requests.begin(reference, function, (Long) execution.getVariable("movedFrom"),
                    there || Boolean.TRUE.equals(execution.getVariable("accommodationKnown")));
            execution.setVariable("placementNeeded", asked.isPresent());
            asked.ifPresent(placement -> execution.setVariable(PLACEMENT, placement.id()));
        });
    }

    /** By a duty that begins; otherwise an officer has asked for a place from the case page, and knows why. */
    private static boolean called(DelegateExecution execution) {
        return execution.getSuperExecution() != null;
    }

    @Bean
    UseCase searchAgain(PlacementRequests requests) {
        return new UseCase((reference, execution) ->
                requests.searchAgain(reference, (Long) execution.getVariable(PLACEMENT)));
    }
}
