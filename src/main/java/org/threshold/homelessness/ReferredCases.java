package org.threshold.homelessness;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;

/** Cases that came by a referral, once somebody has spoken to the person. */
@Service
public class ReferredCases {

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final ApproachProcess process;
    private final CaseRecord record;

    ReferredCases(CaseFiles cases, CaseClocks clocks, ApproachProcess process, CaseRecord record) {
        this.cases = cases;
        this.clocks = clocks;
        this.process = process;
        this.record = record;
    }

    /**
     * Starts {@code homelessness-approach} on the case that the referral opened. A referral is not an application: the
     * inquiries are counted from the day on which contact was made and is recorded (s184(1)), the cautious reading.
     *
     * @param lane the priority lane of the referral
     */
    @Transactional
    public void openApproach(CaseReference reference, String lane) {
        record.caseworker();
        clocks.start(reference, ClockKind.INQUIRIES, record.today());
        cases.setStatus(reference, CaseStatus.TRIAGE);
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", lane);
        process.start(reference, variables);
        record.tell(reference, "system", "Approach opened from the referral", null);
        record.audit(reference, "approach.openedFromReferral", reference, Map.of("lane", lane), "s213B, s184(1)");
    }
}
