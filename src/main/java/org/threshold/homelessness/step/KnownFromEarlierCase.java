package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.KnownBefore;
import org.threshold.homelessness.Reapplications;

/** What was decided on the case that this one follows, to compare with what is new. */
@Component
class KnownFromEarlierCase implements KnownBefore {

    private final Reapplications reapplications;

    KnownFromEarlierCase(Reapplications reapplications) {
        this.reapplications = reapplications;
    }

    @Override
    public Map<String, Object> of(CaseReference reference) {
        return reapplications.previous(reference).map(this::facts).orElse(Map.of());
    }

    private Map<String, Object> facts(CaseReference previous) {
        return new Beside().line("Case " + previous, String.join(". ", reapplications.history(previous)) + ".")
                .put(new HashMap<>());
    }
}
