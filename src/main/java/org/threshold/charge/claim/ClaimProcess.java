package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.CaseProcesses;

/** The process {@code benefit-claim}, one for each placement that is charged for, and what it is told. */
@Component
class ClaimProcess {

    static final String PROCESS = "benefit-claim";
    private static final String MADE = "threshold.claim.made";
    private static final String DECIDED = "threshold.claim.decided";
    private static final String QUESTION_ASKED = "threshold.claim.questionAsked";
    static final String REFUSED = "REFUSED";
    private static final String PLACEMENT = "placementId";

    private final CaseProcesses processes;
    private final CaseFiles cases;

    ClaimProcess(CaseProcesses processes, CaseFiles cases) {
        this.processes = processes;
        this.cases = cases;
    }

    /** Begins with the step to make the claim. */
    void startOwed(BenefitClaim owed, LocalDate today) {
        Map<String, Object> variables = begin(owed);
        variables.putAll(ClaimFacts.owed(owed, today));
        processes.startBeside(owed.caseReference(), PROCESS, variables);
    }

    /** Goes on from a step to make the claim that is open somewhere, or begins behind it. */
    void made(BenefitClaim made) {
        Map<String, Object> facts = ClaimFacts.of(made);
        if (!processes.tellAbout(made.caseReference(), MADE, PLACEMENT, made.placementId(), facts)) {
            Map<String, Object> variables = begin(made);
            variables.putAll(facts);
            processes.startBeside(made.caseReference(), PROCESS, variables);
        }
    }

    private Map<String, Object> begin(BenefitClaim claim) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(claim.caseReference()).team());
        variables.put("lane", "STANDARD");
        variables.put(PLACEMENT, claim.placementId());
        return variables;
    }

    /** A decision came: what waits for it goes on. A refusal for which nothing waits any more gets its step all the same. */
    void decided(BenefitClaim claim, String outcome) {
        if (tellDecided(claim, outcome) || !REFUSED.equals(outcome)) {
            return;
        }
        Map<String, Object> variables = begin(claim);
        variables.putAll(Map.of("claimMade", true, "claimLate", false, "evidenceOutstanding", false));
        processes.startBeside(claim.caseReference(), PROCESS, variables);
        tellDecided(claim, outcome);
    }

    private boolean tellDecided(BenefitClaim claim, String outcome) {
        return processes.tellAbout(claim.caseReference(), DECIDED, PLACEMENT, claim.placementId(),
                Map.of("claimOutcome", outcome));
    }

    /** @return false where the claim has no process to watch over the answer */
    boolean questionAsked(CaseReference reference, long placementId, LocalDate answerBy) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("answerBy", ClaimFacts.at(answerBy));
        return processes.tellAbout(reference, QUESTION_ASKED, PLACEMENT, placementId, variables);
    }
}
