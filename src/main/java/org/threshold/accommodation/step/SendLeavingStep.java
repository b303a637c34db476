package org.threshold.accommodation.step;

import org.springframework.stereotype.Component;
import org.threshold.accommodation.HostNotice.Kind;
import org.threshold.accommodation.HostNotices;
import org.threshold.worklist.StepVariables;

/** An officer tells a host council that the household has left. */
@Component
class SendLeavingStep extends SendNoticeStep {

    SendLeavingStep(HostNotices notices, StepVariables variables) {
        super(notices, variables);
    }

    @Override
    public String formKey() {
        return "send-leaving-notice";
    }

    @Override
    Kind kind() {
        return Kind.LEFT;
    }
}
