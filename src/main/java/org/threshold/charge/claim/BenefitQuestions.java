package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.claim.store.ClaimStore;
import org.threshold.charge.claim.store.QueryStore;
import org.threshold.message.Messages;
import org.threshold.message.OutgoingMessage;
import org.threshold.worklist.StepRefused;

/** Questions to the benefit office, each with a step until its answer is on the case. */
@Service
public class BenefitQuestions {

    private static final String SUBJECT = "Urgent question about a claim";
    private static final String BODY = """
            An urgent question about claim %s, from the housing service:

            %s

            Please answer today to the officer who asked, %s.
            """;

    private final ClaimStore store;
    private final QueryStore queries;
    private final ClaimProcess process;
    private final ClaimRules rules;
    private final Messages messages;
    private final ClaimRecord record;

    BenefitQuestions(ClaimStore store, QueryStore queries, ClaimProcess process, ClaimRules rules, Messages messages,
                     ClaimRecord record) {
        this.store = store;
        this.queries = queries;
        this.process = process;
        this.rules = rules;
        this.messages = messages;
        this.record = record;
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<BenefitQuery> of(CaseReference reference, BenefitClaim claim) {
        return queries.of(claim.id());
    }

    /** The one that has waited longest, for the step that waits for its answer. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<BenefitQuery> open(CaseReference reference, long placementId) {
        return queries.oldestOpen(required(reference, placementId).id());
    }

    /**
     * Asks the benefit office. An urgent question also goes to its urgent mailbox, where one is set and mail goes out.
     *
     * @return whether it went out by itself; otherwise the officer rings
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean ask(CaseReference reference, long placementId, String question, boolean urgent) {
        BenefitClaim claim = required(reference, placementId);
        if (!claim.made()) {
            throw new StepRefused("The claim is not made yet, so the benefit office has nothing to answer about");
        }
        if (queries.oldestOpen(claim.id()).isPresent()) {
            throw new StepRefused("A question is open already. Record its answer first");
        }
        long id = queries.insert(claim.id(), question, urgent, record.by(), record.now());
        LocalDate answerBy = urgent ? record.today() : null;
        if (!process.questionAsked(reference, placementId, answerBy)) {
            throw new StepRefused("The claim is settled. Ask the benefit office by its own way to change a decision");
        }
        boolean sent = urgent && send(claim, id, question);
        record.tell(reference, (urgent ? "Urgent question" : "Question") + " to the benefit office", question);
        record.audit(claim, "claim.questionAsked", Map.of("urgent", String.valueOf(urgent), "sent",
                String.valueOf(sent)), null);
        return sent;
    }

    private boolean send(BenefitClaim claim, long id, String question) {
        if (rules.urgentMailbox().isBlank() || !messages.goOut()) {
            return false;
        }
        messages.send(new OutgoingMessage(claim.caseReference(), "benefit-question", rules.urgentMailbox(), SUBJECT,
                BODY.formatted(claim.reference(), question, record.by()), "benefit-question-" + id));
        return true;
    }

    /** The answer to the one that has waited longest. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answered(CaseReference reference, long placementId, String answer) {
        BenefitClaim claim = required(reference, placementId);
        BenefitQuery open = queries.oldestOpen(claim.id()).orElseThrow(() -> new StepRefused(
                "No question to the benefit office is open"));
        queries.answer(open.id(), answer, record.by(), record.now());
        record.tell(reference, "The benefit office answered", answer);
        record.audit(claim, "claim.questionAnswered", Map.of(), null);
    }

    private BenefitClaim required(CaseReference reference, long placementId) {
        return store.latest(placementId).filter(claim -> claim.caseReference().equals(reference))
                .orElseThrow(() -> new NoSuchElementException("There is no claim for this placement"));
    }
}
