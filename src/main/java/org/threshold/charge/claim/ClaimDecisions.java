package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Words;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.claim.store.BackdateStore;
import org.threshold.charge.claim.store.ClaimStore;
import org.threshold.worklist.StepRefused;

/** How claims are decided, and what is done about a refusal. */
@Service
public class ClaimDecisions {

    private final ClaimStore store;
    private final BackdateStore backdates;
    private final ClaimProcess process;
    private final ClaimRecord record;

    ClaimDecisions(ClaimStore store, BackdateStore backdates, ClaimProcess process, ClaimRecord record) {
        this.store = store;
        this.backdates = backdates;
        this.process = process;
        this.record = record;
    }

    /** What is wrong with a decision, in words to the officer, or empty. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> wrongWith(CaseReference reference, long placementId, ClaimDecision decision) {
        return wrongWith(required(reference, placementId), decision);
    }

    Optional<String> wrongWith(BenefitClaim claim, ClaimDecision decision) {
        if (!claim.made() || claim.status() == ClaimStatus.WITHDRAWN) {
            return Optional.of("No claim is under way for this placement");
        }
        if (decision.decidedOn().isBefore(claim.madeOn()) || decision.decidedOn().isAfter(record.today())) {
            return Optional.of("The decision was made between the day of the claim, "
                    + Words.day(claim.madeOn()) + ", and today");
        }
        if (!decision.award()) {
            return Optional.empty();
        }
        if (decision.weekly() == null || decision.weekly() <= 0 || decision.from() == null) {
            return Optional.of("Enter from which night it pays and how much a week");
        }
        return decision.from().isBefore(claim.liableFrom()) ? Optional.of("It cannot pay before the first night, "
                + Words.day(claim.liableFrom())) : Optional.empty();
    }

    /**
     * Recorded outside its step, by hand or from a file: the steps that wait for the decision end by it. The same decision
     * again changes nothing.
     *
     * @return whether it was new
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean decided(CaseReference reference, long placementId, ClaimDecision decision) {
        BenefitClaim claim = required(reference, placementId);
        if (same(claim, decision)) {
            return false;
        }
        keep(claim, decision);
        boolean refusedAgain = claim.status() == ClaimStatus.REFUSED && !decision.award();
        if (!refusedAgain) {
            process.decided(claim, outcome(decision));
        }
        return true;
    }

    /**
     * Recorded by the step that asks for it, whose process goes on by itself.
     *
     * @return what the process reads
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public String decidedInStep(CaseReference reference, long placementId, ClaimDecision decision) {
        keep(required(reference, placementId), decision);
        return outcome(decision);
    }

    private static String outcome(ClaimDecision decision) {
        return decision.award() ? "AWARDED" : ClaimProcess.REFUSED;
    }

    static boolean same(BenefitClaim claim, ClaimDecision decision) {
        return claim.status() == decision.outcome() && decision.decidedOn().equals(claim.decidedOn())
                && java.util.Objects.equals(decision.from(), claim.awardedFrom())
                && java.util.Objects.equals(decision.weekly(), claim.awardedWeekly());
    }

    private void keep(BenefitClaim claim, ClaimDecision decision) {
        wrongWith(claim, decision).ifPresent(why -> {
            throw new StepRefused(why);
        });
        store.decide(claim.id(), decision.outcome(), decision.decidedOn(), decision.from(), decision.weekly(),
                decision.words());
        answerBackdate(claim, decision);
        record.tell(claim.caseReference(), headline(decision), decision.words());
        record.audit(claim, "claim.decided", Map.of("outcome", decision.outcome().name()), "SI 2006/213 reg 89");
    }

    /** An award from before the day that the claim alone reaches answers the question to backdate it. */
    private void answerBackdate(BenefitClaim claim, ClaimDecision decision) {
        backdates.of(claim.id()).stream().filter(Backdate::open).findFirst().ifPresent(open -> {
            boolean allowed = decision.award() && decision.from().isBefore(claim.paidFrom());
            backdates.decide(open.id(), decision.decidedOn(), allowed ? decision.from() : null);
        });
    }

    private static String headline(ClaimDecision decision) {
        String how = "Housing Benefit: " + decision.outcome().words().toLowerCase(Locale.UK);
        return decision.award() ? how + ", " + Words.pounds(decision.weekly()) + " a week from "
                + Words.day(decision.from()) : how;
    }

    /** The claim is taken back: it was wrong, or they never moved in. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void withdrawn(CaseReference reference, long placementId, String why) {
        BenefitClaim claim = required(reference, placementId);
        if (!claim.undecided()) {
            throw new StepRefused("Only a claim that is not decided can be withdrawn");
        }
        store.changeStatus(claim.id(), ClaimStatus.WITHDRAWN, claim.completedOn(), why);
        record.tell(reference, "Housing Benefit claim " + claim.reference() + " withdrawn", why);
        record.audit(claim, "claim.withdrawn", Map.of(), null);
    }

    /** The benefit office still has the claim and was asked for its decision. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void asked(CaseReference reference, long placementId, String words) {
        BenefitClaim claim = required(reference, placementId);
        record.tell(reference, "Housing Benefit: decision asked for, not there yet", words);
        record.audit(claim, "claim.decisionAskedFor", Map.of(), "SI 2006/213 reg 89");
    }

    /** What is done about a refusal. */
    public enum Response {
        AGAIN("The benefit office is asked to look at it again"), NEW_CLAIM("A new claim is made"),
        STANDS("It stands, and they owe the charge themselves");

        private final String words;

        Response(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The last day to ask for a refusal to be looked at again (SI 2001/1002 reg 4). */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public LocalDate disputeBy(CaseReference reference, long placementId) {
        return BenefitWeeks.monthAfter(required(reference, placementId).decidedOn());
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void respond(CaseReference reference, long placementId, Response response, String words) {
        BenefitClaim refused = required(reference, placementId);
        if (refused.status() != ClaimStatus.REFUSED) {
            throw new StepRefused("The claim for this placement is not refused");
        }
        if (response == Response.AGAIN) {
            store.decide(refused.id(), ClaimStatus.COMPLETE, null, null, null, words);
        } else if (response == Response.NEW_CLAIM) {
            store.insertOwed(placementId, reference, refused.liableFrom(), record.by(), record.now());
        } else {
            store.leaveRefused(refused.id());
        }
        record.tell(reference, "Housing Benefit refused. " + response.words(), words);
        record.audit(refused, "claim.refusalAnswered", Map.of("response", response.name()), "SI 2001/1002 reg 4");
    }

    private BenefitClaim required(CaseReference reference, long placementId) {
        return store.latest(placementId).filter(claim -> claim.caseReference().equals(reference))
                .orElseThrow(() -> new NoSuchElementException("There is no claim for this placement"));
    }
}
