package org.threshold.charge;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.store.ProposalStore;

/** What the accounts propose about arrears, and the officers' answers. A rejected one stays on the case with its reason. */
@Service
public class ArrearsProposals {

    /** As many as a list shows. */
    public static final int MOST = 100;

    private final ChargeAccounts accounts;
    private final ProposalStore store;
    private final ChargeRecord record;

    ArrearsProposals(ChargeAccounts accounts, ProposalStore store, ChargeRecord record) {
        this.accounts = accounts;
        this.store = store;
        this.record = record;
    }

    /**
     * Those that wait for an answer, largest amounts first; one more than {@link #MOST} where there are more.
     *
     * @param team its key, or null for all
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<ArrearsProposal> open(String team) {
        return store.open(team, MOST + 1);
    }

    /** Of one account, newest first, with their answers. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<ArrearsProposal> of(CaseReference reference, long placementId) {
        return store.of(accounts.get(reference, placementId).id());
    }

    /**
     * @param accepted whether it is done
     * @param words    what is done, or why it is not; may be null where it is accepted
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answer(CaseReference reference, long placementId, long proposalId, boolean accepted, String words) {
        Account account = accounts.get(reference, placementId);
        ArrearsProposal proposal = store.find(account.id(), proposalId)
                .orElseThrow(() -> new NoSuchElementException("There is no proposal " + proposalId));
        if (!accepted && words == null) {
            throw new NotPossible("Say why you reject it.");
        }
        if (!store.answer(proposalId, accepted, words, record.now(), record.by())) {
            throw new NotPossible("Somebody else has answered this already.");
        }
        record.tell(reference, accepted ? "arrears.accepted" : "arrears.rejected", account, Map.of("proposal",
                String.valueOf(proposalId)), words, (accepted ? "Accepted about arrears: " : "Rejected about arrears: ")
                + proposal.action(), words);
    }
}
