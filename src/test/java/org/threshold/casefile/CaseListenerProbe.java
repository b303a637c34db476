package org.threshold.casefile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Stands for a room that keeps a copy of what lists show, and may fail to. */
@Component
class CaseListenerProbe implements CaseListener {

    private final List<CaseSummary> heard = new CopyOnWriteArrayList<>();
    private volatile CaseReference failing;

    @Override
    public void caseChanged(CaseSummary summary) {
        if (summary.reference().equals(failing)) {
            throw new IllegalStateException("the copy cannot be kept");
        }
        heard.add(summary);
    }

    void failFor(CaseReference reference) {
        failing = reference;
    }

    void clear() {
        heard.clear();
    }

    List<CaseSummary> heard(CaseReference reference) {
        return heard.stream().filter(summary -> summary.reference().equals(reference)).toList();
    }
}
