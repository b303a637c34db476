package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.KnownBefore;
import org.threshold.homelessness.OutOfHours;
import org.threshold.homelessness.OutOfHours.Night;
import org.threshold.homelessness.Triages;

/** What the duty officer learned out of hours is not asked again at triage. */
@Component
class KnownFromTheNight implements KnownBefore {

    private final OutOfHours outOfHours;
    private final Triages triages;

    KnownFromTheNight(OutOfHours outOfHours, Triages triages) {
        this.outOfHours = outOfHours;
        this.triages = triages;
    }

    @Override
    public Map<String, Object> of(CaseReference reference) {
        return outOfHours.of(reference).map(night -> facts(reference, night)).orElse(Map.of());
    }

    private Map<String, Object> facts(CaseReference reference, Night night) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("domesticAbuse", night.domesticAbuse() ? "yes" : "no");
        facts.put("hateCrime", night.hateCrime() ? "yes" : "no");
        facts.put("homelessTonight", night.safeTonight() ? "no" : "yes");
        if (night.interimDue()) {
            facts.put("reasonToBelieve", "yes");
            facts.put("interimDue", "yes");
        }
        facts.put("triageNotes", night.whatHappened());
        Beside beside = new Beside().line("With them", night.withThem());
        triages.interim(reference).ifPresent(made -> beside.line("Where they slept",
                made.placed() ? made.address() : made.whyNot()));
        return beside.put(facts);
    }
}
