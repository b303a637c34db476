package org.threshold.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.access.store.RestrictionStore;
import org.threshold.audit.HiddenCases;

/** Tells the audit what {@link Sight} says. */
@Component
class CasesHidden implements HiddenCases {

    private final Sight sight;
    private final RestrictionStore restrictions;

    CasesHidden(Sight sight, RestrictionStore restrictions) {
        this.sight = sight;
        this.restrictions = restrictions;
    }

    @Override
    public String seen(String column) {
        return Sight.of(column);
    }

    @Override
    public Map<String, Object> parameters() {
        return sight.parameters();
    }

    @Override
    public Set<String> among(Collection<String> references) {
        return references.isEmpty() ? Set.of() : restrictions.hidden(references, Sight.of("r.case_reference"),
                sight.parameters());
    }
}
