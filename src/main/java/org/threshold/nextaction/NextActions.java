package org.threshold.nextaction;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.nextaction.store.NextActionStore;
import org.threshold.worklist.CaseProcesses;

/**
 * Proposes what to do next, from the facts of the cases. An officer accepts, which makes a step of it, or rejects with a
 * reason that stays on the case.
 */
@Service
public class NextActions {

    /** As many of each kind as a list shows. */
    public static final int MOST = 100;

    private static final String PROCESS = "next-action";

    private final ObjectProvider<ProposalSource> sources;
    private final NextActionStore store;
    private final CaseProcesses processes;
    private final CaseFiles cases;
    private final NextActionRecord record;

    NextActions(ObjectProvider<ProposalSource> sources, NextActionStore store, CaseProcesses processes, CaseFiles cases,
                NextActionRecord record) {
        this.sources = sources;
        this.store = store;
        this.processes = processes;
        this.cases = cases;
        this.record = record;
    }

    /** What waits for an answer on one case, most urgent first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Proposal> proposed(CaseReference reference) {
        return all(reference).toList();
    }

    /**
     * The same of all cases that the officer may know of.
     *
     * @param team its key, or null for all teams
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Proposal> proposedFor(String team) {
        return all(null).filter(each -> team == null || team.equals(each.team())).toList();
    }

    private Stream<Proposal> all(CaseReference only) {
        return sources.orderedStream().flatMap(source -> source.propose(only).stream())
                .sorted(Comparator.comparing(Proposal::dueOn).thenComparing(each -> each.caseReference().value())
                        .thenComparing(Proposal::kind));
    }

    /** What officers have answered on the case, newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<AnsweredAction> answered(CaseReference reference) {
        return store.of(reference);
    }

    /**
     * Makes a step of it for the team of the case.
     *
     * @throws NotProposed when it is not proposed any more
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void accept(CaseReference reference, ActionKind kind, String subject) {
        Proposal proposal = find(reference, kind, subject);
        long id = answer(proposal, true, null);
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", "STANDARD");
        variables.put("nextActionId", id);
        processes.startBeside(reference, PROCESS, variables);
    }

    /**
     * @param reason why it is not done; stays on the case
     * @throws NotProposed when it is not proposed any more, or no reason is given
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void reject(CaseReference reference, ActionKind kind, String subject, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new NotProposed("Say why you reject it.");
        }
        answer(find(reference, kind, subject), false, reason);
    }

    /** What became of one that was accepted. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void done(CaseReference reference, long id, boolean done, String words) {
        AnsweredAction action = get(reference, id);
        if (!store.done(id, done, words, record.by(), record.now())) {
            throw new NotProposed("Another officer has recorded this meanwhile.");
        }
        record.tell(reference, "contact", (done ? "Done: " : "Not needed: ") + action.kind().words(), words);
        record.audit(reference, "nextAction.done", "next-action-" + id, Map.of("done", String.valueOf(done)), null,
                action.kind().provision());
    }

    /** @throws NotProposed when the case has none of that id */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public AnsweredAction get(CaseReference reference, long id) {
        return store.of(reference).stream().filter(each -> each.id() == id).findFirst()
                .orElseThrow(() -> new NotProposed("This case has no such action."));
    }

    private Proposal find(CaseReference reference, ActionKind kind, String subject) {
        return all(reference).filter(each -> each.kind() == kind && each.subject().equals(subject)).findFirst()
                .orElseThrow(() -> new NotProposed("This is not proposed any more: somebody has answered it, or the"
                        + " facts have changed."));
    }

    private long answer(Proposal proposal, boolean accepted, String reason) {
        CaseReference reference = proposal.caseReference();
        long id = store.insert(proposal, accepted, reason, record.by(), record.now())
                .orElseThrow(() -> new NotProposed("Another officer has answered this meanwhile."));
        record.tell(reference, "decision", (accepted ? "Accepted: " : "Rejected: ") + proposal.kind().words(),
                accepted ? proposal.detail() : proposal.detail() + "\nWhy not: " + reason);
        record.audit(reference, accepted ? "nextAction.accepted" : "nextAction.rejected", "next-action-" + id,
                Map.of("kind", proposal.kind().name(), "subject", proposal.subject()), reason,
                proposal.kind().provision());
        return id;
    }
}
