package org.threshold.charge.claim.store;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.nextaction.ActionKind;
import org.threshold.nextaction.Proposal;
import org.threshold.nextaction.ProposalSource;
import org.threshold.nextaction.ProposalSql;

/** A claim that has waited for more than four weeks. */
@Component
class WaitingClaimProposals implements ProposalSource {

    private static final String SQL = """
            select claim.case_reference, file.team, 'claim-' || claim.id as subject,
                'The claim of this home is not decided' as detail, claim.made_on + 28 as due_on
            from benefit_claim claim join case_file file on file.reference = claim.case_reference
            where claim.status in ('SUBMITTED', 'EVIDENCE_REQUESTED', 'COMPLETE') and claim.made_on + 28 < :today""";

    private final ProposalSql proposals;

    WaitingClaimProposals(ProposalSql proposals) {
        this.proposals = proposals;
    }

    @Override
    public List<Proposal> propose(CaseReference only) {
        return proposals.read(ActionKind.BENEFIT_WAITS, SQL, only);
    }
}
