package org.threshold.homelessness.step;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.HousingPlans;

/** Work under the relief duty (s189B). */
@Component
class ReliefWorkStep extends DutyWorkStep {

    ReliefWorkStep(DutyEndings endings, HousingPlans plans, Clock clock) {
        super(DutyKind.RELIEF, "reliefEnd", endings, plans, clock);
    }

    @Override
    public String formKey() {
        return "relief-work";
    }
}
