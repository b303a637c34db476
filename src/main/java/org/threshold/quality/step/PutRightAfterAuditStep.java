package org.threshold.quality.step;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.quality.AuditPart;
import org.threshold.quality.Audits;
import org.threshold.quality.QualityAudit.Result;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What the case's team did about what an audit found. */
@Component
class PutRightAfterAuditStep implements StepHandler {

    private final Audits audits;

    PutRightAfterAuditStep(Audits audits) {
        this.audits = audits;
    }

    @Override
    public String formKey() {
        return "put-right-after-audit";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        audits.open(step.caseReference()).filter(audit -> audit.result() != null).ifPresent(audit -> {
            Result result = audit.result();
            beside.put("To be put right", result.toMend());
            Arrays.stream(AuditPart.values()).filter(part -> result.scores().get(part).mark().isFault())
                    .forEach(part -> beside.put(part.title(), result.scores().get(part).mark().words() + ": "
                            + result.scores().get(part).words()));
        });
        return Map.of("beside", beside);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        audits.putRight(step.caseReference(), new Answers(values).text("words"));
        return Map.of();
    }
}
