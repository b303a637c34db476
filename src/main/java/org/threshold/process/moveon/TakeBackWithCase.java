package org.threshold.process.moveon;

import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseListener;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.CaseSummary;
import org.threshold.moveon.HomeOffers;
import org.threshold.moveon.MoveOns;
import org.threshold.process.AtCommit;
import org.threshold.worklist.CaseProcesses;

/**
 * When a case ends, an offer of a home that is not settled is taken back, and nobody looks for a home any more. It is done
 * before the commit, because the case often ends while the engine takes down the very process.
 */
@Component
class TakeBackWithCase implements CaseListener {

    private static final Set<CaseStatus> ENDED = Set.of(CaseStatus.ADVICE_ONLY, CaseStatus.WITHDRAWN,
            CaseStatus.DISCHARGED, CaseStatus.CLOSED, CaseStatus.CONTACT_LOST, CaseStatus.DECEASED,
            CaseStatus.REFERRED_LC, CaseStatus.CREATED_IN_ERROR, CaseStatus.MERGED);

    private final ObjectProvider<HomeOffers> offers;
    private final ObjectProvider<CaseProcesses> processes;
    private final AtCommit<Ended> atCommit = new AtCommit<>(this::takeBack);

    private record Ended(CaseReference reference, CaseStatus status) {
    }

    /** Asked for late: offers tell the case file what happened. */
    TakeBackWithCase(ObjectProvider<HomeOffers> offers, ObjectProvider<CaseProcesses> processes) {
        this.offers = offers;
        this.processes = processes;
    }

    @Override
    public void caseChanged(CaseSummary summary) {
        if (ENDED.contains(summary.status())) {
            atCommit.note(new Ended(summary.reference(), summary.status()));
        }
    }

    private void takeBack(Set<Ended> cases) {
        cases.forEach(each -> {
            offers.getObject().caseEnded(each.reference(),
                    "Your case has ended: " + each.status().title().toLowerCase() + ".");
            processes.getObject().tell(each.reference(), MoveOns.DUTY_ENDED, Map.of());
        });
    }
}
