package org.threshold.process.accommodation;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.casefile.CaseListener;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.CaseSummary;
import org.threshold.process.AtCommit;

/**
 * When a case ends, nobody goes on looking for a place on it; where they live already, they stay until that ends. It is
 * done before the commit, because the case often ends while the engine takes down the very process.
 */
@Component
class CallOffWithCase implements CaseListener {

    private static final Set<CaseStatus> ENDED = Set.of(CaseStatus.ADVICE_ONLY, CaseStatus.WITHDRAWN,
            CaseStatus.DISCHARGED, CaseStatus.CLOSED, CaseStatus.CONTACT_LOST, CaseStatus.DECEASED,
            CaseStatus.REFERRED_LC, CaseStatus.CREATED_IN_ERROR, CaseStatus.MERGED);

    private final ObjectProvider<PlacementRequests> requests;
    private final AtCommit<Ended> atCommit = new AtCommit<>(this::callOff);

    private record Ended(CaseReference reference, CaseStatus status) {
    }

    /** Asked for late: placements tell the case file where people live. */
    CallOffWithCase(ObjectProvider<PlacementRequests> requests) {
        this.requests = requests;
    }

    @Override
    public void caseChanged(CaseSummary summary) {
        if (ENDED.contains(summary.status())) {
            atCommit.note(new Ended(summary.reference(), summary.status()));
        }
    }

    private void callOff(Set<Ended> cases) {
        cases.forEach(each -> requests.getObject().caseEnded(each.reference(), each.status().title()));
    }
}
