package org.threshold.homelessness.step;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.HousingPlans;

/** Work under the prevention duty (s195). */
@Component
class PreventionWorkStep extends DutyWorkStep {

    PreventionWorkStep(DutyEndings endings, HousingPlans plans, Clock clock) {
        super(DutyKind.PREVENTION, "preventionEnd", endings, plans, clock);
    }

    @Override
    public String formKey() {
        return "prevention-work";
    }
}
