package org.threshold.homelessness.step;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndsProposed;
import org.threshold.homelessness.HousingPlans;
import org.threshold.worklist.StepContext;

/** Work under the relief duty (s189B). */
@Component
class ReliefWorkStep extends DutyWorkStep {

    private final CouncilReferrals referrals;

    ReliefWorkStep(DutyEndings endings, EndsProposed ends, HousingPlans plans, CouncilReferrals referrals, Clock clock) {
        super(DutyKind.RELIEF, "reliefEnd", endings, ends, plans, clock);
        this.referrals = referrals;
    }

    /** A referral ends with the work that it stands beside, so it is settled first. */
    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return referrals.open(step.caseReference()).isEmpty() ? super.check(step, values)
                : List.of(new FieldError("reliefEnd", "A referral to another council is open on this case. Settle it"
                        + " first: say that there is none, take it back, or record how it was decided"));
    }

    @Override
    public String formKey() {
        return "relief-work";
    }
}
