package org.threshold.access;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.audit.HiddenCases;

/** Tells the audit what {@link Sight} says. */
@Component
class CasesHidden implements HiddenCases {

    private final Sight sight;

    CasesHidden(Sight sight) {
        this.sight = sight;
    }

    @Override
    public String seen(String column) {
        return Sight.of(column);
    }

    @Override
    public Map<String, Object> parameters() {
        return sight.parameters();
    }
}
