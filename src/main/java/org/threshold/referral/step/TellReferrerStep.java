package org.threshold.referral.step;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.referral.KeptReferral;
import org.threshold.referral.Referral;
import org.threshold.referral.ReferralTriage;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The answer to a referrer whom e-mail does not reach by itself. */
@Component
class TellReferrerStep implements StepHandler {

    private final ReferralTriage triage;

    TellReferrerStep(ReferralTriage triage) {
        this.triage = triage;
    }

    @Override
    public String formKey() {
        return "tell-referrer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        KeptReferral referral = triage.of(step.caseReference()).orElseThrow();
        Referral.Referrer referrer = referral.sent().referrer();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Say this and no more", "Your referral " + referral.receipt() + "\n\n"
                + triage.answerText(step.caseReference()));
        lines.put("To", referrer.name() + ", " + referrer.body().title());
        lines.put("Email", referrer.email());
        lines.put("Telephone", referrer.phone().display());
        return Map.of("beside", lines);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> answers) {
        triage.answeredByHand(step.caseReference(), String.valueOf(answers.get("toldHow")));
        return Map.of();
    }
}
