package org.threshold.charge.claim.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Words;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.ClaimCosts;
import org.threshold.charge.claim.ClaimDecisions;
import org.threshold.charge.claim.ClaimDecisions.Response;
import org.threshold.charge.claim.ClaimFacts;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** A refused claim is disputed, made anew, or left as it is. */
@Component
class RespondToRefusalStep extends ClaimStep {

    private final ClaimDecisions decisions;
    private final Clock clock;

    RespondToRefusalStep(StepVariables variables, ClaimCosts costs, BenefitClaims claims, ClaimDecisions decisions,
                         Clock clock) {
        super(variables, costs, claims);
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "respond-to-refusal";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        BenefitClaim claim = claim(step);
        Map<String, String> beside = about(step);
        beside.put("Refused on", Words.day(claim.decidedOn()));
        beside.put("Last day to ask to look again", Words.day(by(step)));
        if (claim.words() != null) {
            beside.put("Why", claim.words());
        }
        return Map.of("beside", beside);
    }

    private LocalDate by(StepContext step) {
        return decisions.disputeBy(step.caseReference(), placement(step));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Response response = answers.code("refusalResponse", Response.class);
        decisions.respond(step.caseReference(), placement(step), response, answers.text("refusalWords"));
        Map<String, Object> facts = new HashMap<>();
        facts.put("refusalResponse", response.name());
        if (response == Response.AGAIN) {
            facts.put("claimLate", false);
            facts.put("evidenceOutstanding", false);
        } else if (response == Response.NEW_CLAIM) {
            facts.putAll(ClaimFacts.owed(claim(step), LocalDate.now(clock)));
        }
        return facts;
    }
}
