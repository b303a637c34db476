package org.threshold.homelessness.step;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.Triages;

/** A place to stay today, because circumstances changed (s188(1)). */
@Component
class InterimAfterChangeStep extends InterimAccommodationStep {

    InterimAfterChangeStep(Triages triages, Clock clock) {
        super(triages, clock);
    }

    @Override
    public String formKey() {
        return "interim-after-change";
    }
}
