package org.threshold.casefile;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.access.NamesListener;
import org.threshold.access.RestrictedCases;
import org.threshold.casefile.store.AppearanceStore;

/**
 * Tells the manager of a restricted case when somebody of it appears in an ordinary case: when that person is put on the
 * one or the other, and when a case is restricted. Whoever works on the ordinary case learns nothing of it.
 */
@Component
class SamePeople implements NamesListener {

    private final AppearanceStore store;
    private final RestrictedCases restricted;

    SamePeople(AppearanceStore store, RestrictedCases restricted) {
        this.store = store;
        this.restricted = restricted;
    }

    /** After somebody was put on the case, or their details changed. */
    void look(CaseReference reference) {
        store.of(reference).forEach(found -> restricted.appearsElsewhere(found.restricted(), found.elsewhere(),
                found.detail()));
    }

    @Override
    public void namesChanged(String caseReference, Set<String> names) {
        look(new CaseReference(caseReference));
    }
}
