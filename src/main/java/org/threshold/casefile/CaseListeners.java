package org.threshold.casefile;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells everyone who keeps a copy of what lists show. Looked up late: listeners may themselves read case files. */
@Component
class CaseListeners {

    private final ObjectProvider<CaseListener> listeners;

    CaseListeners(ObjectProvider<CaseListener> listeners) {
        this.listeners = listeners;
    }

    void tell(CaseSummary summary) {
        listeners.orderedStream().forEach(listener -> listener.caseChanged(summary));
    }
}
