package org.threshold.accommodation.step;

import org.springframework.stereotype.Component;
import org.threshold.accommodation.HostNotices;
import org.threshold.worklist.StepVariables;

/** From day 10 on a team leader gets the notice out. */
@Component
class ChaseNoticeStep extends SendNoticeStep {

    ChaseNoticeStep(HostNotices notices, StepVariables variables) {
        super(notices, variables);
    }

    @Override
    public String formKey() {
        return "chase-host-notice";
    }
}
