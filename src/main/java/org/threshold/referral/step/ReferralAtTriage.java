package org.threshold.referral.step;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.KnownBefore;
import org.threshold.referral.KeptReferral;
import org.threshold.referral.ReferralTriage;
import org.threshold.referral.Situation;

/** Carries what the referrer told into the triage of the approach that follows. */
@Component
class ReferralAtTriage implements KnownBefore {

    private final ReferralTriage triage;

    ReferralAtTriage(ReferralTriage triage) {
        this.triage = triage;
    }

    @Override
    public Map<String, Object> of(CaseReference reference) {
        return triage.of(reference).map(ReferralAtTriage::facts).orElse(Map.of());
    }

    private static Map<String, Object> facts(KeptReferral referral) {
        Map<String, Object> facts = new HashMap<>();
        Situation situation = referral.sent().situation();
        facts.put("homelessTonight", situation == Situation.TONIGHT ? "yes" : "no");
        if (situation != Situation.TONIGHT) {
            facts.put("within56Days", "yes");
        }
        facts.put("beside", ReferralLines.ofPerson(referral.sent()));
        return facts;
    }
}
