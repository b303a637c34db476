package org.threshold.referral;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.casefile.CaseListener;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.CaseSummary;
import org.threshold.referral.store.OutcomeStore;
import org.threshold.referral.store.ReferralStore;

/** A case that is cancelled from its own page, before its referral was triaged, takes the referral along. */
@Component
class CancelledReferrals implements CaseListener {

    private final ReferralStore referrals;
    private final OutcomeStore outcomes;
    private final CurrentOfficer officer;
    private final Clock clock;

    CancelledReferrals(ReferralStore referrals, OutcomeStore outcomes, CurrentOfficer officer, Clock clock) {
        this.referrals = referrals;
        this.outcomes = outcomes;
        this.officer = officer;
        this.clock = clock;
    }

    @Override
    public void caseChanged(CaseSummary summary) {
        if (summary.status() == CaseStatus.CREATED_IN_ERROR) {
            referrals.ofCase(summary.reference()).ifPresent(referral -> outcomes.insert(referral.receipt(),
                    new Triaged(ReferralOutcome.NOT_GENUINE, null, "The case was created in error.", null, null,
                            List.of()), officer.get().username(), clock.instant()));
        }
    }
}
