package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Nothing that fits was free: a unit is got today, because the duty does not wait (s188(1)). */
@Component
class SecureUnitStep implements StepHandler {

    private final SignUpFacts facts;
    private final PlacementRequests requests;

    SecureUnitStep(SignUpFacts facts, PlacementRequests requests) {
        this.facts = facts;
        this.requests = requests;
    }

    @Override
    public String formKey() {
        return "secure-unit";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return new HashMap<>(Map.of("beside", facts.beside(facts.placement(step))));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        requests.tried(step.caseReference(), facts.placement(step).id(), new Answers(values).text("placesTried"));
        return Map.of();
    }
}
